import { createClient } from '@base44/sdk';

export const base44 = createClient({
  appId: '68b2c0ffee0ddba11ab1e5aa',
  requiresAuth: false,
});
