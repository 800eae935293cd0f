import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// The lead form of the landing page: visitors add a row, but do not choose what else it says.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const { full_name, email, message } = await req.json();
  if (!email || String(message).length > 2000) {
    return Response.json({ error: 'Bad request' }, { status: 400 });
  }

  const organization_id = Deno.env.get('LEADS_ORGANIZATION_ID');
  await base44.asServiceRole.entities.Lead.create({ organization_id, full_name, email, message, source: 'website' });
  return Response.json({ ok: true });
});
