import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) {
    return Response.json({ error: 'Unauthorized' }, { status: 401 });
  }

  const { search = '' } = await req.json().catch(() => ({}));
  const { Quote } = base44.entities;

  const quotes = await Quote.filter({ organization_id: user.organization_id });
  const hits = quotes.filter((quote) => quote.number.toLowerCase().includes(search.toLowerCase()));

  return Response.json({ quotes: hits });
});
