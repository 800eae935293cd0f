import { createClientFromRequest } from 'npm:@base44/sdk@0.8.4';

const mailApiKey = '9a8b7c6d5e4f30211203f4e5d6c7b8a9';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { order_id } = await req.json();
  const [order] = await base44.entities.Order.filter({ id: order_id });
  const reply = await fetch('https://api.mail-provider.test/send', {
    method: 'POST',
    headers: { Authorization: `Bearer ${mailApiKey}` },
    body: JSON.stringify({ to: user.email, subject: `Your order ${order.number}` }),
  });

  return Response.json({ sent: reply.ok });
});
