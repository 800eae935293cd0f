import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// The latest deal for the ticker; the ticker asks again when a deal changes.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const [latest] = await base44.entities.Deal.filter({ organization_id: user.organization_id }, '-updated_date', 1);
  return Response.json({ latest: latest ?? null });
});
