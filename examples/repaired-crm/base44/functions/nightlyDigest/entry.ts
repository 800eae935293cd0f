import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  // The workflow runs as the administrator who made it.
  const user = await base44.auth.me();
  if (user?.role !== 'admin') {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  const invoices = await base44.asServiceRole.entities.Invoice.list('-due_date', 2000);
  const managers = await base44.asServiceRole.entities.User.list('full_name', 500);
  // A notification costs no credits, and all of them are one request.
  const digests = managers.flatMap((manager) => {
    const own = invoices.filter((invoice) => invoice.organization_id === manager.organization_id && invoice.status === 'overdue');
    if (own.length === 0) return [];
    const text = `${own.length} invoices are overdue: ${own.map((invoice) => invoice.number).join(', ')}`;
    return [{ organization_id: manager.organization_id, user_id: manager.id, text }];
  });
  await base44.asServiceRole.entities.Notification.bulkCreate(digests);

  return Response.json({ sent: digests.length });
});
