import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

const LEAD_HOOK_URL = 'https://hook.eu2.make.com/a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin') return Response.json({ error: 'Forbidden' }, { status: 403 });

  const reply = await fetch(LEAD_HOOK_URL, { method: 'POST', body: JSON.stringify({ test: true }) });
  return Response.json({ delivered: reply.ok });
});
