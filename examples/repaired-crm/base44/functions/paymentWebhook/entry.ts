import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import Stripe from 'npm:stripe@17.5.0';

const stripe = new Stripe(Deno.env.get('STRIPE_SECRET_KEY'));

// Stripe calls this after a payment.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const body = await req.text();
  let event;
  try {
    event = await stripe.webhooks.constructEventAsync(body, req.headers.get('stripe-signature'), Deno.env.get('STRIPE_WEBHOOK_SECRET'));
  } catch {
    return Response.json({ error: 'Bad signature' }, { status: 400 });
  }

  if (event.type === 'checkout.session.completed') {
    const session = event.data.object;
    await base44.asServiceRole.entities.Invoice.update(session.metadata.invoice_id, { status: 'paid' });
  }

  return Response.json({ received: true });
});
