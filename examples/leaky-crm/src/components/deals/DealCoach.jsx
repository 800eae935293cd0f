import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';

export default function DealCoach({ deal }) {
  const [tip, setTip] = useState('');

  useEffect(() => {
    base44.integrations.Core.InvokeLLM({
      prompt: `One sentence: what should I do next with the deal "${deal.title}" in stage ${deal.stage}?`,
    }).then(setTip);
  }, [deal]);

  return <p className="rounded-lg bg-indigo-50 p-3 text-sm text-indigo-900">{tip}</p>;
}
