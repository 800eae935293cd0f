import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const { search = '' } = await req.json().catch(() => ({}));
  const { Quote } = base44.asServiceRole.entities;

  const quotes = await Quote.list();
  const hits = quotes.filter((quote) => quote.number.toLowerCase().includes(search.toLowerCase()));

  return Response.json({ quotes: hits });
});
