import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

const PAGE = 200;

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin' || !user.organization_id) {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  // One read and one write for each page, and the page to begin with for the next call.
  const { skip = 0 } = await req.json().catch(() => ({}));
  const svc = base44.asServiceRole;
  const contacts = await svc.entities.Contact.filter({ organization_id: user.organization_id }, 'created_date', PAGE, skip);
  const ids = contacts.map((contact) => contact.id);
  const won = await svc.entities.Deal.filter({ contact_id: { $in: ids }, stage: 'won' }, '-close_date', 2000);
  const byContact = Map.groupBy(won, (deal) => deal.contact_id);
  await svc.entities.Contact.bulkUpdate(ids.map((id) => ({ id, score: (byContact.get(id)?.length ?? 0) * 10 })));

  return Response.json({ scored: contacts.length, next: contacts.length < PAGE ? null : skip + PAGE });
});
