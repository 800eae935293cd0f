import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// Feeds the customer list of the signed-in person's organization.
Deno.serve(async (req) => {
  try {
    const base44 = createClientFromRequest(req);
    const user = await base44.auth.me();
    if (!user?.organization_id) {
      return Response.json({ error: 'Unauthorized' }, { status: 401 });
    }

    const contacts = await base44.entities.Contact.filter({ organization_id: user.organization_id }, '-created_date', 500);
    return Response.json({ contacts });
  } catch (error) {
    return Response.json({ error: error.message }, { status: 500 });
  }
});
