import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

const LEAD_HOOK_URL = Deno.env.get('LEAD_HOOK_URL') ?? '';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin') return Response.json({ error: 'Forbidden' }, { status: 403 });

  const reply = await fetch(LEAD_HOOK_URL, { method: 'POST', body: JSON.stringify({ test: true }) });
  return Response.json({ delivered: reply.ok });
});
