import { createClientFromRequest } from 'npm:@base44/sdk@0.8.4';

Deno.serve(async (req) => {
  if (req.headers.get('x-cron-key') !== Deno.env.get('CRON_KEY')) {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  const base44 = createClientFromRequest(req);
  let items = await base44.asServiceRole.entities.CartItem.list('created_date', 100);
  while (items.length > 0) {
    for (const item of items) {
      await base44.asServiceRole.entities.CartItem.delete(item.id);
    }
    items = await base44.asServiceRole.entities.CartItem.list('created_date', 100);
  }

  return Response.json({ ok: true });
});
