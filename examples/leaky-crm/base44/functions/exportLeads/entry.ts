import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { loadLeads } from '../../shared/reports.ts';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const leads = await loadLeads(base44.asServiceRole);
  return Response.json({ leads });
});
