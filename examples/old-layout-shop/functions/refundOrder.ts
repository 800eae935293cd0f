import { createClientFromRequest } from 'npm:@base44/sdk@0.8.4';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const { order_id, reason } = await req.json();

  const order = await base44.asServiceRole.entities.Order.update(order_id, { status: 'refunded', refund_reason: reason });
  return Response.json({ number: order.number });
});
