import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { briefFor } from '@/lib/briefs';

export default function DealBrief({ deal }) {
  const [text, setText] = useState('');

  const prepare = async () => {
    setText(await briefFor(deal));
  };

  return text ? <article className="whitespace-pre-wrap text-sm">{text}</article> : <Button onClick={prepare}>Prepare a brief</Button>;
}
