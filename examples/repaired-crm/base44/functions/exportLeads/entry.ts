import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { loadLeads } from '../../shared/reports.ts';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin' || !user.organization_id) {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  const leads = await loadLeads(base44.asServiceRole, user.organization_id);
  return Response.json({ leads });
});
