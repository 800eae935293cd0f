import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { title } = await req.json();
  const text = await base44.integrations.Core.InvokeLLM({
    prompt: `Three facts about the market for "${title}".`,
    add_context_from_internet: true,
  });

  return Response.json({ text });
});
