import { useEffect, useState } from 'react';

export default function DealTicker() {
  const [latest, setLatest] = useState(null);

  useEffect(() => {
    const source = new EventSource('/functions/dealStream');
    source.onmessage = (event) => setLatest(JSON.parse(event.data));
    return () => source.close();
  }, []);

  if (!latest) return null;
  return <p className="truncate rounded-full bg-emerald-50 px-4 py-1 text-sm text-emerald-800">{latest.title}</p>;
}
