import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// The first rows of the live board; changes arrive in the browser by Deal.subscribe.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const deals = await base44.entities.Deal.filter({ organization_id: user.organization_id }, '-updated_date', 20);
  return Response.json({ deals });
});
