import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

const TEMPLATES = new Map([
  ['call', { id: 'call', title: 'Call the contact' }],
  ['offer', { id: 'offer', title: 'Send an offer' }],
]);

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { remove = [] } = await req.json();
  for (const id of [remove].flat()) TEMPLATES.delete(id);

  return Response.json([...TEMPLATES.values()]);
});
