import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import { useTenant } from '@/hooks/useTenant';

export function useContacts() {
  const { organizationId, ready } = useTenant();

  return useQuery({
    queryKey: ['contacts', organizationId],
    queryFn: () => base44.entities.Contact.filter({ organization_id: organizationId }, 'full_name', 500),
    enabled: ready,
    initialData: [],
  });
}
