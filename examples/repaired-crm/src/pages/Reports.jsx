import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import { useOrgFilter } from '@/hooks/useOrgFilter';
import { loadDeals } from '@/lib/queries';

export default function Reports() {
  const { orgFilter } = useOrgFilter();
  const [deals, setDeals] = useState([]);

  const { data: activities = [] } = useQuery({
    queryKey: ['report-activities', orgFilter],
    queryFn: () => base44.entities.Activity.filter(orgFilter, '-occurred_at', 500),
    enabled: Boolean(orgFilter),
  });

  useEffect(() => {
    if (orgFilter) loadDeals(base44, orgFilter.organization_id).then(setDeals);
  }, [orgFilter]);

  const total = deals.reduce((sum, deal) => sum + (deal.amount ?? 0), 0);

  return (
    <div className="grid grid-cols-2 gap-4">
      <p className="rounded-xl border p-6">Pipeline: {total.toLocaleString()}</p>
      <p className="rounded-xl border p-6">Activities: {activities.length}</p>
    </div>
  );
}
