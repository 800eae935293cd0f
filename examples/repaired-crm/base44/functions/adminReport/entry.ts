import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { requireAdmin } from '../../shared/guards.ts';

Deno.serve(async (req) => {
  try {
    const base44 = createClientFromRequest(req);
    await requireAdmin(base44);

    const deals = await base44.asServiceRole.entities.Deal.list('-amount', 1000);
    const invoices = await base44.asServiceRole.entities.Invoice.filter({ status: 'sent' }, '-due_date', 1000);
    return Response.json({ deals, invoices });
  } catch (error) {
    return Response.json({ error: error.message }, { status: 403 });
  }
});
