import { useQuery } from '@tanstack/react-query';
import DOMPurify from 'dompurify';
import { base44 } from '@/api/base44Client';
import { useTenant } from '@/hooks/useTenant';

export default function Inbox() {
  const { organizationId, ready } = useTenant();
  const { data: messages = [] } = useQuery({
    queryKey: ['inbox', organizationId],
    queryFn: () => base44.entities.InboxMessage.filter({ organization_id: organizationId }, '-received_at', 100),
    enabled: ready,
  });

  return (
    <div className="space-y-4">
      {messages.map((message) => (
        <article key={message.id} className="rounded-xl border p-4">
          <h3 className="font-medium">{message.subject}</h3>
          <p className="text-xs text-slate-500">{message.sender_email}</p>
          <div className="prose" dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(message.body_html) }} />
        </article>
      ))}
    </div>
  );
}
