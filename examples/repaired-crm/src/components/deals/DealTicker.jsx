import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';

export default function DealTicker() {
  const [latest, setLatest] = useState(null);

  useEffect(() => {
    const load = async () => {
      const { data } = await base44.functions.invoke('dealStream', {});
      setLatest(data.latest);
    };
    load();
    return base44.entities.Deal.subscribe(load);
  }, []);

  if (!latest) return null;
  return <p className="truncate rounded-full bg-emerald-50 px-4 py-1 text-sm text-emerald-800">{latest.title}</p>;
}
