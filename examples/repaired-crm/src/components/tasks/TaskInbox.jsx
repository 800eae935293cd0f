import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';
import { useTenant } from '@/hooks/useTenant';

export default function TaskInbox() {
  const { organizationId } = useTenant();
  const [tasks, setTasks] = useState([]);

  useEffect(() => {
    if (!organizationId) return undefined;
    const load = async () => {
      setTasks(await base44.entities.Task.filter({ organization_id: organizationId, status: 'open' }, '-created_date', 50));
    };
    load();
    return base44.entities.Task.subscribe(load);
  }, [organizationId]);

  return (
    <ul className="space-y-1">
      {tasks.map((task) => (
        <li key={task.id} className="text-sm">{task.title}</li>
      ))}
    </ul>
  );
}
