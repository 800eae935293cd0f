import Stripe from 'npm:stripe@17.5.0';
import { createClientFromRequest } from 'npm:@base44/sdk@0.8.4';

const stripe = new Stripe(Deno.env.get('STRIPE_SECRET_KEY'));

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const signature = req.headers.get('stripe-signature');
  const event = await stripe.webhooks.constructEventAsync(await req.text(), signature, Deno.env.get('STRIPE_WEBHOOK_SECRET'));

  if (event.type === 'checkout.session.completed') {
    const { order_id } = event.data.object.metadata;
    await base44.asServiceRole.entities.Order.update(order_id, { status: 'paid' });
  }

  return Response.json({ received: true });
});
