import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';

/** The filter for the signed-in person's organization; null while the person is loading. */
export function useOrgFilter() {
  const [orgFilter, setOrgFilter] = useState(null);

  useEffect(() => {
    base44.auth.me().then((user) => setOrgFilter({ organization_id: user.organization_id }));
  }, []);

  return { orgFilter };
}
