import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import { useTenant } from '@/hooks/useTenant';

export default function MyTasks() {
  const { user } = useTenant();
  const { data: tasks = [] } = useQuery({
    queryKey: ['all-tasks'],
    queryFn: () => base44.entities.Task.list('due_date', 500),
  });

  const mine = tasks.filter((task) => task.assignee_id === user?.id);

  return (
    <ul className="space-y-2">
      {mine.map((task) => (
        <li key={task.id} className="rounded-lg border px-4 py-2 text-sm">{task.title}</li>
      ))}
    </ul>
  );
}
