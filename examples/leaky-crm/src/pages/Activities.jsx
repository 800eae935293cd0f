import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';
import { Activity } from '@/entities/Activity';
import { downloadCsv } from '@/lib/csv';
import { removeActivity } from '@/lib/remove';

export default function Activities() {
  const [activities, setActivities] = useState([]);
  const [picked, setPicked] = useState([]);

  const load = async () => {
    setActivities(await Activity.list('-occurred_at'));
  };

  useEffect(() => {
    load();
  }, []);

  const removePicked = async () => {
    for (const id of picked) {
      await removeActivity(base44, id);
    }
    setPicked([]);
    load();
  };

  return (
    <div className="space-y-4">
      <div className="flex gap-3">
        <Button onClick={() => downloadCsv(base44.entities.Activity, ['kind', 'summary', 'occurred_at'], 'activities.csv')}>Export</Button>
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
