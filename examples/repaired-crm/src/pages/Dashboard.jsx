import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import DealTicker from '@/components/deals/DealTicker';
import { useTenant } from '@/hooks/useTenant';

export default function Dashboard() {
  const { organizationId, ready } = useTenant();
  const { data: deals = [] } = useQuery({
    queryKey: ['dashboard-deals', organizationId],
    queryFn: () => base44.entities.Deal.filter({ organization_id: organizationId }, '-created_date', 50),
    enabled: ready,
  });
  const { data: tasks = [] } = useQuery({
    queryKey: ['dashboard-tasks', organizationId],
    queryFn: () => base44.entities.Task.filter({ organization_id: organizationId }),
    enabled: ready,
  });
  const { data: won = [] } = useQuery({
    queryKey: ['dashboard-won', organizationId],
    queryFn: () => base44.entities.Deal.filter({ organization_id: organizationId, stage: 'won' }, '-close_date', 10),
    enabled: ready,
  });
  const { data: notes = [] } = useQuery({
    queryKey: ['dashboard-notes'],
    queryFn: () => base44.entities.Note.list('-created_date', 20),
  });

  return (
    <div className="space-y-6">
      <DealTicker />
      <h1 className="text-2xl font-bold text-slate-900">Good morning</h1>
      <div className="grid grid-cols-3 gap-4">
        <p className="rounded-xl border p-4">{deals.length} deals, {won.length} won</p>
        <p className="rounded-xl border p-4">{tasks.filter((task) => task.status === 'open').length} open tasks</p>
        <p className="rounded-xl border p-4">{notes.length} notes</p>
      </div>
    </div>
  );
}
