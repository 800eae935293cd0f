import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const today = new Date().toISOString().slice(0, 10);
  const svc = base44.asServiceRole;
  const result = await svc.entities.Task.updateMany(
    { organization_id: user.organization_id, status: 'open', due_date: { $lt: today } },
    { $set: { status: 'stale' } },
  );

  return Response.json({ updated: result.updated });
});
