import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const db = base44.asServiceRole.entities;
  const deals = await db['Deal'].filter({ organization_id: user.organization_id }, '-created_date');

  return Response.json({ deals });
});
