import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';

export default function Inbox() {
  const { data: messages = [] } = useQuery({
    queryKey: ['inbox'],
    queryFn: () => base44.entities.InboxMessage.list('-received_at'),
  });

  return (
    <div className="space-y-4">
      {messages.map((message) => (
        <article key={message.id} className="rounded-xl border p-4">
          <h3 className="font-medium">{message.subject}</h3>
          <p className="text-xs text-slate-500">{message.sender_email}</p>
          <div className="prose" dangerouslySetInnerHTML={{ __html: message.body_html }} />
        </article>
      ))}
    </div>
  );
}
