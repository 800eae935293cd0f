import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// Mails a quote to the contact of its deal. The caller's own client reads both, so the rules decide whose they may be.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { quote_id } = await req.json();
  const quote = await base44.entities.Quote.get(quote_id);
  const deal = await base44.entities.Deal.get(quote.deal_id);
  const contact = await base44.entities.Contact.get(deal.contact_id);

  const reply = await fetch('https://api.resend.com/emails', {
    method: 'POST',
    headers: { Authorization: `Bearer ${Deno.env.get('RESEND_API_KEY')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ from: 'sales@harbor-crm.test', to: contact.email, subject: `Quote ${quote.number}`, text: 'See the attachment.' }),
  });

  return Response.json({ sent: reply.ok });
});
