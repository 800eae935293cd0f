import { useState } from 'react';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';

export default function BulkActions({ selected, onSelect, onDone }) {
  const [busy, setBusy] = useState(false);

  const deleteSelected = async () => {
    setBusy(true);
    await base44.entities.Contact.deleteMany({ id: { $in: [...selected] } });
    setBusy(false);
    onDone();
  };

  const unselect = (ids) => {
    const next = new Set(selected);
    ids.forEach((id) => next.delete(id));
    onSelect(next);
  };

  return (
    <div className="flex items-center gap-3 rounded-xl bg-slate-900 px-4 py-2 text-white">
      <span className="text-sm">{selected.size} selected</span>
      <Button variant="outline" onClick={() => unselect(selected)}>Clear</Button>
      <Button variant="destructive" disabled={busy} onClick={deleteSelected}>Delete</Button>
    </div>
  );
}
