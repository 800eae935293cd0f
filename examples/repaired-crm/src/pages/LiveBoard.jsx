import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';

export default function LiveBoard() {
  const [events, setEvents] = useState([]);

  useEffect(() => {
    base44.functions.invoke('liveDeals', {}).then(({ data }) => setEvents(data.deals.map((deal) => ({ type: deal.title }))));
    const unsubscribe = base44.entities.Deal.subscribe((event) => setEvents((rows) => [event, ...rows].slice(0, 20)));
    return () => unsubscribe();
  }, []);

  return (
    <ol className="space-y-2">
      {events.map((event, index) => (
        <li key={index} className="rounded-lg border border-slate-200 px-4 py-2 text-sm">{event.type}</li>
      ))}
    </ol>
  );
}
