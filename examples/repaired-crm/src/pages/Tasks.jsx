import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import TaskCalendar from '@/components/tasks/TaskCalendar';
import { Button } from '@/components/ui/button';
import { useTenant } from '@/hooks/useTenant';
import { TaskTemplateAPI } from '@/lib/task-api';

export default function Tasks() {
  const client = useQueryClient();
  const { organizationId, ready } = useTenant();
  const today = new Date().toISOString().slice(0, 10);
  const { data: due = [] } = useQuery({
    queryKey: ['tasks-due', organizationId, today],
    queryFn: () => base44.entities.Task.filter({ organization_id: organizationId, status: 'open', due_date: { $lte: today } }, 'due_date'),
    enabled: ready,
  });

  const removeDue = useMutation({
    mutationFn: async (tasks) => {
      await base44.entities.Task.deleteMany({ id: { $in: tasks.map((task) => task.id) } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks-due'] }),
  });

  const clearDone = async () => {
    await base44.entities.Task.deleteMany({ organization_id: organizationId, status: 'done' });
    client.invalidateQueries();
  };

  const clearTemplates = async () => {
    const templates = await TaskTemplateAPI.list();
    for (const template of templates.data) await TaskTemplateAPI.delete(template.id);
  };

  const removeOne = async (task) => {
    await base44.entities.Task.delete(task.id);
    client.invalidateQueries();
  };

  return (
    <div className="space-y-6">
      <div className="flex gap-3">
        <Button variant="destructive" onClick={() => removeDue.mutate(due)}>Remove what is due</Button>
        <Button variant="outline" onClick={clearDone} disabled={!ready}>Clear done tasks</Button>
        <Button variant="outline" onClick={clearTemplates}>Clear templates</Button>
      </div>
      {due.map((task) => (
        <p key={task.id} className="flex justify-between text-sm">
          {task.title}
          <button onClick={() => removeOne(task)} className="text-red-600">Remove</button>
        </p>
      ))}
      <TaskCalendar />
    </div>
  );
}
