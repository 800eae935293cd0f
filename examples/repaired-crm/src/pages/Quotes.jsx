import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import DealBrief from '@/components/deals/DealBrief';
import DealCoach from '@/components/deals/DealCoach';
import { Button } from '@/components/ui/button';
import { useTenant } from '@/hooks/useTenant';
import { mailQuote } from '@/lib/mail';
import { openPortal, portalQuotes } from '@/lib/portal';
import { acceptQuote, quotesOfDeal } from '@/lib/quotes';

export default function Quotes() {
  const { ownerFilter, organizationId, ready } = useTenant();
  const [quotes, setQuotes] = useState([]);
  const [deal, setDeal] = useState(null);
  const { data: deals = [] } = useQuery({
    queryKey: ['quote-deals', organizationId],
    queryFn: () => base44.entities.Deal.filter({ ...ownerFilter, stage: 'proposal' }, '-amount', 50),
    enabled: ready,
  });

  const show = async (next) => {
    setDeal(next);
    setQuotes(await quotesOfDeal(next));
  };

  const mail = async (quote) => mailQuote(await base44.entities.Contact.get(deal.contact_id), quote);

  const preview = async () => {
    await openPortal(window.prompt('Code from the link of the customer'));
    setQuotes(await portalQuotes());
  };

  return (
    <div className="space-y-4">
      {deals.map((one) => (
        <Button key={one.id} variant="outline" onClick={() => show(one)}>{one.title}</Button>
      ))}
      {deal && <DealCoach deal={deal} />}
      {deal && <DealBrief deal={deal} />}
      {quotes.map((quote) => (
        <p key={quote.id} className="flex gap-2 text-sm">
          {quote.number}
          <Button onClick={() => acceptQuote(quote)}>Accept</Button>
          <Button onClick={() => mail(quote)}>Mail</Button>
        </p>
      ))}
      <Button variant="outline" onClick={preview}>See it as the customer</Button>
    </div>
  );
}
