import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// Empties the staging table of an organization after an import.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (user?.role !== 'admin' || !user.organization_id) {
    return Response.json({ error: 'Forbidden' }, { status: 403 });
  }

  await base44.asServiceRole.entities.ImportRow.deleteMany({ organization_id: user.organization_id });
  return Response.json({ removed: true });
});
