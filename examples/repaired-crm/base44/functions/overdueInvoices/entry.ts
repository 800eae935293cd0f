import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me().catch(() => null);
  if (!user?.organization_id) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const sr = base44.asServiceRole;
  const overdue = await sr.entities.Invoice.filter({ organization_id: user.organization_id, status: 'overdue' }, '-due_date', 200);
  const contact = overdue.length ? await sr.entities.Contact.get(overdue[0].contact_id) : null;

  return Response.json({ overdue, next: contact?.full_name ?? null });
});
