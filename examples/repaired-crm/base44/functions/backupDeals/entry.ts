import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { requireAdmin } from '../../shared/guards.ts';

const PAGE = 1000;

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  await requireAdmin(base44);

  const deals = [];
  for (let skip = 0; ; skip += PAGE) {
    const page = await base44.asServiceRole.entities.Deal.list('created_date', PAGE, skip);
    deals.push(...page);
    if (page.length < PAGE) break;
  }

  return new Response(JSON.stringify(deals), {
    headers: { 'Content-Type': 'application/json', 'Content-Disposition': 'attachment; filename="deals.json"' },
  });
});
