import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { purgeAll } from '../../shared/purge.ts';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin') {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  const removed = await purgeAll(base44.asServiceRole.entities.Lead);
  return Response.json({ removed });
});
