import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  try {
    const base44 = createClientFromRequest(req);
    const user = await base44.auth.me();
    if (!user?.organization_id) {
      return Response.json({ error: 'Unauthorized' }, { status: 401 });
    }

    const invoices = await base44.asServiceRole.entities.Invoice.filter({ organization_id: user.organization_id });
    return Response.json({ invoices });
  } catch (error) {
    return Response.json({ error: error.message }, { status: 500 });
  }
});
