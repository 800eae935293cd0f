import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  try {
    const base44 = createClientFromRequest(req);
    const user = await base44.auth.me();
    if (!user) {
      return Response.json({ error: 'Unauthorized' }, { status: 401 });
    }

    const { invoice_id } = await req.json();
    const invoice = await base44.asServiceRole.entities.Invoice.update(invoice_id, { status: 'draft', amount: 0 });
    return Response.json({ number: invoice.number });
  } catch (error) {
    return Response.json({ error: error.message }, { status: 500 });
  }
});
