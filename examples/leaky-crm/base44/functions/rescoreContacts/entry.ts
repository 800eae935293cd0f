import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin') {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  const svc = base44.asServiceRole;
  const contacts = await svc.entities.Contact.list('-created_date', 2000);
  for (const contact of contacts) {
    const deals = await svc.entities.Deal.filter({ contact_id: contact.id });
    const won = deals.filter((deal) => deal.stage === 'won');
    await svc.entities.Contact.update(contact.id, { score: won.length * 10 });
  }

  return Response.json({ scored: contacts.length });
});
