import { base44 } from '@/api/base44Client';

export const quotesOfDeal = (deal) => base44.entities.Quote.list({ deal_id: deal.id });

export async function acceptQuote(quote) {
  await base44.entities.Quote.update(quote.id, { status: 'accepted', accepted_at: new Date().toISOString() });
  await base44.functions.invoke('sendQuoteConfirmation', { quote_id: quote.id });
}
