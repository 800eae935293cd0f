import { base44 } from '@/api/base44Client';

/** A function holds the key of the mail provider and sends only to contacts that the caller may read. */
export async function mailQuote(contact, quote) {
  const { data } = await base44.functions.invoke('sendQuote', { quote_id: quote.id });
  return data.sent;
}
