import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { purgeAll } from '../../shared/purge.ts';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin' || !user.organization_id) {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  await purgeAll(base44.asServiceRole.entities.Lead, user.organization_id);
  return Response.json({ removed: true });
});
