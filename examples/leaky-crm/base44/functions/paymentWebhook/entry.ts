import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// Stripe calls this after a payment.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const event = await req.json();

  if (event.type === 'checkout.session.completed') {
    const session = event.data.object;
    await base44.asServiceRole.entities.Invoice.update(session.metadata.invoice_id, { status: 'paid' });
  }

  return Response.json({ received: true });
});
