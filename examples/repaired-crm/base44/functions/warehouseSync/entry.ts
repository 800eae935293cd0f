import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { createClient } from 'npm:@supabase/supabase-js@2.49.4';

const warehouse = createClient(Deno.env.get('WAREHOUSE_URL'), Deno.env.get('WAREHOUSE_SERVICE_KEY'));

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin') {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  const { data: gone } = await warehouse.from('deals').select('id').eq('stage', 'lost');
  for (const row of gone ?? []) {
    await warehouse.from('deals').delete().eq('id', row.id);
  }

  const deals = await base44.asServiceRole.entities.Deal.list('-updated_date', 1000);
  await warehouse.from('deals').upsert(deals);
  return Response.json({ copied: deals.length });
});
