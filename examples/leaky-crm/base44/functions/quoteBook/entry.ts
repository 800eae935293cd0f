import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { collect } from '../../shared/collect.ts';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const quotes = await collect(base44.asServiceRole.entities.Quote);
  return Response.json({ quotes });
});
