import { useState } from 'react';
import { base44 } from '@/api/base44Client';
import BulkActions from '@/components/contacts/BulkActions';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { useContacts } from '@/hooks/useContacts';
import { useTenant } from '@/hooks/useTenant';
import { loadDealsOfContact } from '@/lib/queries';

export default function Contacts() {
  const { data: contacts, refetch } = useContacts();
  const { organizationId } = useTenant();
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState(new Set());
  const [deals, setDeals] = useState([]);

  const refreshAll = async () => {
    const rows = await base44.entities.Contact.filter({ organization_id: organizationId, status: 'archived' });
    setSelected(new Set(rows.map((row) => row.id)));
    refetch();
  };

  const archive = async (contact) => {
    await base44.entities.Contact.update(contact.id, { status: 'archived' });
    refetch();
  };

  const remove = async (contact) => {
    await base44.entities.Contact.delete(contact.id);
    refetch();
  };

  return (
    <div className="space-y-4">
      <div className="flex gap-3">
        <Input value={search} onChange={(event) => setSearch(event.target.value)} placeholder="Search contacts" />
        <Button variant="outline" onClick={refreshAll}>Select archived</Button>
      </div>
      {selected.size > 0 && <BulkActions selected={selected} onSelect={setSelected} onDone={refetch} />}
      <ul className="divide-y divide-slate-100">
        {contacts.filter((contact) => contact.full_name.includes(search)).map((contact) => (
          <li key={contact.id} className="flex items-center justify-between py-3">
            <button className="text-left" onClick={async () => setDeals(await loadDealsOfContact(base44, contact.id))}>
              <p className="font-medium">{contact.full_name}</p>
              <p className="text-sm text-slate-500">{contact.email}</p>
            </button>
            <div className="flex gap-2">
              <Button variant="outline" onClick={() => archive(contact)}>Archive</Button>
              <Button variant="destructive" onClick={() => remove(contact)}>Delete</Button>
            </div>
          </li>
        ))}
      </ul>
      <p className="text-sm text-slate-500">{deals.length} deals</p>
    </div>
  );
}
