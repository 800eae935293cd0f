import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import { STRIPE_PUBLISHABLE_KEY } from '@/lib/supabase';

export default function Invoices() {
  const { data: invoices = [] } = useQuery({
    queryKey: ['invoices'],
    queryFn: () => base44.entities.Invoice.list('-due_date', 100),
  });
  const { data: overdue = [] } = useQuery({
    queryKey: ['invoices-overdue'],
    queryFn: () => base44.entities.Invoice.filter({ status: 'overdue' }, 'due_date', 20),
  });
  const { data: events = [] } = useQuery({
    queryKey: ['audit'],
    queryFn: () => base44.entities.AuditEvent.list('-created_date', 50),
  });

  return (
    <div className="space-y-4">
      <h1 className="text-2xl font-bold">Invoices</h1>
      <p className="text-sm text-slate-500">Longest overdue: {overdue.map((invoice) => invoice.number).join(', ') || 'none'}; last change: {events[0]?.action ?? 'none'}</p>
      {invoices.map((invoice) => (
        <div key={invoice.id} className="flex justify-between rounded-lg border px-4 py-2 text-sm">
          <span>{invoice.number}</span>
          <stripe-buy-button publishable-key={STRIPE_PUBLISHABLE_KEY} client-reference-id={invoice.id} />
        </div>
      ))}
    </div>
  );
}
