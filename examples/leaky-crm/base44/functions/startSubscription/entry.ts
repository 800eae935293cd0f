import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import Stripe from 'npm:stripe@17.5.0';
import { requireAdmin } from '../../shared/guards.ts';

const stripe = new Stripe(Deno.env.get('STRIPE_SECRET_KEY'));

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await requireAdmin(base44);

  const session = await stripe.checkout.sessions.create({
    mode: 'subscription',
    customer_email: user.email,
    line_items: [{ price: Deno.env.get('STRIPE_TEAM_PRICE'), quantity: 1 }],
    success_url: `${Deno.env.get('APP_URL')}/billing`,
  });

  return Response.json({ url: session.url });
});
