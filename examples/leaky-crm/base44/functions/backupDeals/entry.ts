import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { requireAdmin } from '../../shared/guards.ts';

const EVERYTHING = 10000;

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  await requireAdmin(base44);

  const deals = await base44.asServiceRole.entities.Deal.list('-created_date', EVERYTHING);

  return new Response(JSON.stringify(deals), {
    headers: { 'Content-Type': 'application/json', 'Content-Disposition': 'attachment; filename="deals.json"' },
  });
});
