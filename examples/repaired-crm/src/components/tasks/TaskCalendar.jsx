import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import { useTenant } from '@/hooks/useTenant';

export default function TaskCalendar() {
  const { organizationId, ready } = useTenant();
  const { data: tasks = [] } = useQuery({
    queryKey: ['task-calendar', organizationId],
    queryFn: () => base44.entities['Task'].filter({ organization_id: organizationId }, 'due_date', 300),
    enabled: ready,
  });
  const byDay = Object.groupBy(tasks, (task) => task.due_date ?? 'someday');

  return (
    <ul className="divide-y divide-slate-100 rounded-xl border border-slate-200">
      {Object.entries(byDay).map(([day, rows]) => (
        <li key={day} className="flex gap-4 px-4 py-3">
          <span className="w-28 text-sm text-slate-500">{day}</span>
          <span className="text-sm">{rows.map((task) => task.title).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}
