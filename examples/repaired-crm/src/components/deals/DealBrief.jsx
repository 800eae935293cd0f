import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/use-toast';
import { briefFor } from '@/lib/briefs';

export default function DealBrief({ deal }) {
  const [text, setText] = useState('');

  const prepare = async () => {
    try {
      setText(await briefFor(deal));
    } catch {
      toast({ title: 'The brief cannot be prepared now', description: 'Try again later, or write it by hand.' });
    }
  };

  return text ? <article className="whitespace-pre-wrap text-sm">{text}</article> : <Button onClick={prepare}>Prepare a brief</Button>;
}
