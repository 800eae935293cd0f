import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// Feeds the "our customers" strip on the landing page.
Deno.serve(async (req) => {
  try {
    const base44 = createClientFromRequest(req);
    const contacts = await base44.asServiceRole.entities.Contact.list('-created_date', 500);
    return Response.json({ contacts });
  } catch (error) {
    return Response.json({ error: error.message }, { status: 500 });
  }
});
