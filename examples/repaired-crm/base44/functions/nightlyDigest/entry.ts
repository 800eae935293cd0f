import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  // The workflow runs as the administrator who made it.
  const user = await base44.auth.me();
  if (user?.role !== 'admin') {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  const invoices = await base44.asServiceRole.entities.Invoice.list('-due_date', 2000);
  const managers = await base44.asServiceRole.entities.User.list();
  let sent = 0;
  for (const manager of managers) {
    const own = invoices.filter((invoice) => invoice.organization_id === manager.organization_id && invoice.status === 'overdue');
    if (own.length === 0) continue;
    await base44.asServiceRole.integrations.Core.SendEmail({
      to: manager.email,
      subject: `${own.length} invoices are overdue`,
      body: own.map((invoice) => `${invoice.number}: ${invoice.amount}`).join('\n'),
    });
    sent += 1;
  }

  return Response.json({ sent });
});
