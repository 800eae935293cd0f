import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';

export function useContacts() {
  return useQuery({
    queryKey: ['contacts'],
    queryFn: () => base44.entities.Contact.list('full_name', 500),
    initialData: [],
  });
}
