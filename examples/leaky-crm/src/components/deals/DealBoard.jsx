import { useEffect, useState } from 'react';
import { Trash2 } from 'lucide-react';
import { base44 } from '@/api/base44Client';
import { removeDeal } from '@/lib/remove';

const STAGES = ['lead', 'qualified', 'proposal', 'won', 'lost'];

export default function DealBoard() {
  const [deals, setDeals] = useState([]);
  const [industries, setIndustries] = useState([]);

  useEffect(() => {
    const load = async () => {
      const { Deal, Industry } = base44.entities;
      const [dealRows, industryRows] = await Promise.all([
        Deal.list('-updated_date'),
        Industry.list('sort_order'),
      ]);
      setDeals(dealRows);
      setIndustries(industryRows);
    };
    load();
  }, []);

  const handleDelete = async (deal) => {
    await removeDeal(base44, deal.id);
    setDeals((rows) => rows.filter((row) => row.id !== deal.id));
  };

  return (
    <div className="grid grid-cols-5 gap-4">
      {STAGES.map((stage) => (
        <section key={stage} className="rounded-xl bg-slate-50 p-3">
          <h3 className="mb-2 text-sm font-semibold capitalize text-slate-600">{stage}</h3>
          {deals.filter((deal) => deal.stage === stage).map((deal) => (
            <article key={deal.id} className="mb-2 flex items-center justify-between rounded-lg bg-white p-3 shadow-sm">
              <span className="truncate text-sm">{deal.title}</span>
              <button onClick={() => handleDelete(deal)} aria-label="Delete deal">
                <Trash2 size={14} className="text-slate-400" />
              </button>
            </article>
          ))}
        </section>
      ))}
      <p className="col-span-5 text-xs text-slate-400">{industries.length} industries</p>
    </div>
  );
}
