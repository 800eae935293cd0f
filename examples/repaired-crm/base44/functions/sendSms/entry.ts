import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

const SMS_API_KEY = Deno.env.get('SMS_API_KEY');
const SMS_ENDPOINT = 'https://api.sms-provider.test/v2/messages';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { contact_id, text } = await req.json();
  const contact = await base44.entities.Contact.get(contact_id);
  const reply = await fetch(SMS_ENDPOINT, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Api-Key': SMS_API_KEY },
    body: JSON.stringify({ to: contact.phone, text }),
  });

  return Response.json({ delivered: reply.ok });
});
