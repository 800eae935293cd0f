import { createClientFromRequest } from 'npm:@base44/sdk@0.8.4';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { product_id } = await req.json();
  const product = await base44.entities.Product.get(product_id);
  if (product.stock < 1) return Response.json({ error: 'Sold out' }, { status: 409 });

  await base44.asServiceRole.entities.Product.update(product.id, { stock: product.stock - 1 });
  const order = await base44.asServiceRole.entities.Order.create({ product_id, customer_email: user.email, status: 'open' });

  return Response.json({ order });
});
