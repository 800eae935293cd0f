import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

const LANGUAGES = ['German', 'English'];

// One page about a deal in both languages of the team. The caller's own client reads it, so the rules decide whose it may be.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { deal_id } = await req.json();
  const deal = await base44.entities.Deal.get(deal_id);
  const notes = await base44.functions.invoke('marketNotes', { title: deal.title });

  const pages = [];
  for (const language of LANGUAGES) {
    pages.push(
      await base44.integrations.Core.InvokeLLM({
        prompt: `A one-page brief in ${language} on the deal "${deal.title}", stage ${deal.stage}, with these notes: ${notes.data.text}`,
        model: 'gpt_5',
      }),
    );
  }

  return Response.json({ text: pages.join('\n\n') });
});
