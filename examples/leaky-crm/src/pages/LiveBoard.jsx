import { useEffect, useState } from 'react';

export default function LiveBoard() {
  const [events, setEvents] = useState([]);

  useEffect(() => {
    const socket = new WebSocket(`wss://${window.location.host}/functions/liveDeals`);
    socket.onmessage = (event) => setEvents((rows) => [JSON.parse(event.data), ...rows].slice(0, 20));
    return () => socket.close();
  }, []);

  return (
    <ol className="space-y-2">
      {events.map((event, index) => (
        <li key={index} className="rounded-lg border border-slate-200 px-4 py-2 text-sm">{event.type}</li>
      ))}
    </ol>
  );
}
