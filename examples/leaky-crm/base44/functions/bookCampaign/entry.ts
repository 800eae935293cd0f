import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// Pays a campaign with the SMS credits of the caller's organization and starts it.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { name, starts_on, recipients } = await req.json();
  const { Organization, Campaign } = base44.asServiceRole.entities;
  const organization = await Organization.get(user.organization_id);
  if (organization.sms_credits < recipients.length) {
    return Response.json({ error: 'Not enough SMS credits' }, { status: 402 });
  }

  await Organization.update(organization.id, { sms_credits: organization.sms_credits - recipients.length });
  const campaign = await Campaign.create({ organization_id: user.organization_id, name, starts_on, status: 'running' });

  return Response.json({ campaign });
});
