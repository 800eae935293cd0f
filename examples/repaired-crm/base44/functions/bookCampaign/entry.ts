import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// Pays a campaign with the SMS credits of the caller's organization and starts it.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { request_id, name, starts_on, recipients } = await req.json();
  const { Organization, Campaign } = base44.asServiceRole.entities;
  const price = recipients.length;
  const [known] = await Campaign.filter({ organization_id: user.organization_id, request_id }, '', 1);
  if (known) return Response.json({ campaign: known });

  const campaign = await Campaign.create({ organization_id: user.organization_id, request_id, name, starts_on, status: 'draft' });
  try {
    const paid = await Organization.updateMany(
      { id: user.organization_id, sms_credits: { $gte: price } },
      { $inc: { sms_credits: -price } },
    );
    if (paid.updated === 0) throw new Error('Not enough SMS credits');
  } catch (error) {
    await Campaign.delete(campaign.id);
    return Response.json({ error: error.message }, { status: 402 });
  }

  await Campaign.update(campaign.id, { status: 'running' });
  return Response.json({ campaign: { ...campaign, status: 'running' } });
});
