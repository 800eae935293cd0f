import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';

export default function Team() {
  const { data: colleagues = [], refetch } = useQuery({
    queryKey: ['team'],
    queryFn: () => base44.entities.User.list('full_name', 100),
  });

  const makeManager = async (colleague) => {
    await base44.functions.invoke('setJobTitle', { user_id: colleague.id, job_title: 'Manager' });
    refetch();
  };

  return (
    <ul className="space-y-2">
      {colleagues.map((colleague) => (
        <li key={colleague.id} className="flex justify-between rounded-lg border px-4 py-2 text-sm">
          {colleague.full_name}
          <Button variant="outline" onClick={() => makeManager(colleague)}>Make manager</Button>
        </li>
      ))}
    </ul>
  );
}
