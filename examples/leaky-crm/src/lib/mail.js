export async function mailQuote(contact, quote) {
  const reply = await fetch('https://api.resend.com/emails', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${import.meta.env.VITE_RESEND_API_KEY}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ from: 'sales@harbor-crm.test', to: contact.email, subject: `Quote ${quote.number}`, text: 'See the attachment.' }),
  });
  return reply.ok;
}
