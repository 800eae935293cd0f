import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';
import { Activity } from '@/entities/Activity';
import { useTenant } from '@/hooks/useTenant';
import { downloadCsv } from '@/lib/csv';
import { removeActivities } from '@/lib/remove';

export default function Activities() {
  const { organizationId } = useTenant();
  const [activities, setActivities] = useState([]);
  const [picked, setPicked] = useState([]);

  const load = async () => {
    setActivities(await Activity.filter({ organization_id: organizationId }, '-occurred_at'));
  };

  useEffect(() => {
    if (organizationId) load();
  }, [organizationId]);

  const removePicked = async () => {
    await removeActivities(base44, picked);
    setPicked([]);
    load();
  };

  return (
    <div className="space-y-4">
      <div className="flex gap-3">
        <Button onClick={() => downloadCsv(base44.entities.Activity, organizationId, ['kind', 'summary', 'occurred_at'], 'activities.csv')}>Export</Button>
        <Button variant="destructive" onClick={removePicked}>Delete picked</Button>
      </div>
      {activities.map((activity) => (
        <label key={activity.id} className="flex gap-3 text-sm">
          <input type="checkbox" onChange={() => setPicked([...picked, activity.id])} />
          {activity.kind}: {activity.summary}
        </label>
      ))}
    </div>
  );
}
