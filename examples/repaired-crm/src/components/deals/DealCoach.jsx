import { useState } from 'react';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';

export default function DealCoach({ deal }) {
  const [tip, setTip] = useState('');

  const ask = async () => {
    setTip(
      await base44.integrations.Core.InvokeLLM({
        prompt: `One sentence: what should I do next with the deal "${deal.title}" in stage ${deal.stage}?`,
      }),
    );
  };

  if (!tip) return <Button variant="outline" onClick={ask}>What next?</Button>;
  return <p className="rounded-lg bg-indigo-50 p-3 text-sm text-indigo-900">{tip}</p>;
}
