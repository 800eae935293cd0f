import { createClientFromRequest } from 'npm:@base44/sdk@0.8.4';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin') {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  const { before } = await req.json();
  const { Order, CartItem } = base44.asServiceRole.entities;
  await CartItem.deleteMany({ created_date: { $lt: before } });
  await Order.updateMany({ created_date: { $lt: before } }, { $set: { status: 'archived' } });

  return Response.json({ ok: true });
});
