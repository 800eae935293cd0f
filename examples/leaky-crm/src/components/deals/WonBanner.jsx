import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';

export default function WonBanner() {
  const [won, setWon] = useState(null);

  useEffect(() => {
    base44.entities.Deal.subscribe((event) => {
      if (event.data?.stage === 'won') setWon(event.data);
    });
  }, []);

  if (!won) return null;
  return <p className="rounded-xl bg-amber-100 px-4 py-2 text-sm">Won: {won.title}</p>;
}
