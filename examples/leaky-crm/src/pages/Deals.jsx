import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import DealBoard from '@/components/deals/DealBoard';
import { Button } from '@/components/ui/button';
import { useTenant } from '@/hooks/useTenant';
import { importDeals } from '@/lib/import-deals';

export default function Deals() {
  const { ownerFilter, organizationId, ready } = useTenant();
  const { data: open = [] } = useQuery({
    queryKey: ['deals-open', organizationId],
    queryFn: () => base44.entities.Deal.filter({ ...ownerFilter, stage: 'proposal' }, '-amount', 100),
    enabled: ready,
  });
  const { data: campaigns = [] } = useQuery({
    queryKey: ['campaigns'],
    queryFn: () => base44.entities.Campaign.list('-starts_on', 50),
  });
  const { data: lost = [] } = useQuery({
    queryKey: ['deals-lost'],
    queryFn: () => base44?.entities?.Deal?.list('-close_date', 100),
  });

  const importSample = () => importDeals([{ title: 'Sample deal', stage: 'lead', amount: 1000 }], organizationId);

  return (
    <div className="space-y-6">
      <Button variant="outline" onClick={importSample} disabled={!ready}>Import a sample</Button>
      <p className="text-sm text-slate-500">
        {open.length} proposals, {campaigns.length} campaigns, {lost.filter((deal) => deal.stage === 'lost').length} lost
      </p>
      <DealBoard />
    </div>
  );
}
