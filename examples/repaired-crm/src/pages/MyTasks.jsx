import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import { useTenant } from '@/hooks/useTenant';

export default function MyTasks() {
  const { user, organizationId, ready } = useTenant();
  const { data: mine = [] } = useQuery({
    queryKey: ['my-tasks', user?.id],
    queryFn: () => base44.entities.Task.filter({ organization_id: organizationId, assignee_id: user.id }, 'due_date', 500),
    enabled: ready,
  });

  return (
    <ul className="space-y-2">
      {mine.map((task) => (
        <li key={task.id} className="rounded-lg border px-4 py-2 text-sm">{task.title}</li>
      ))}
    </ul>
  );
}
