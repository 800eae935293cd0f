import { useState } from 'react';
import { Input } from '@/components/ui/input';
import { useTenant } from '@/hooks/useTenant';
import { contactByEmail, searchCompanies, searchContacts } from '@/lib/search';

export default function QuickSearch() {
  const { organizationId } = useTenant();
  const [hits, setHits] = useState([]);

  const search = async (event) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('text');
    const found = text.includes('@')
      ? [await contactByEmail(organizationId, text)]
      : [...(await searchContacts(organizationId, text)), ...(await searchCompanies(organizationId, text))];
    setHits(found.filter(Boolean));
  };

  return (
    <form onSubmit={search}>
      <Input name="text" placeholder="Search people and companies" />
      {hits.map((hit) => (
        <p key={hit.id} className="text-sm">{hit.full_name ?? hit.company}</p>
      ))}
    </form>
  );
}
