import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';

export function useTenant() {
  const { data: user } = useQuery({ queryKey: ['me'], queryFn: () => base44.auth.me() });
  const organizationId = user?.organization_id;
  const ownerFilter = useMemo(() => (organizationId ? { organization_id: organizationId } : null), [organizationId]);

  return { user, organizationId, ownerFilter, ready: Boolean(ownerFilter) };
}
