import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { requireAdmin } from '../../shared/guards.ts';

Deno.serve(async (req) => {
  try {
    const base44 = createClientFromRequest(req);
    const admin = await requireAdmin(base44);

    const { user_id, job_title } = await req.json();
    const colleague = await base44.asServiceRole.entities.User.get(user_id);
    if (colleague.organization_id !== admin.organization_id) throw new Error('Not a colleague.');

    await base44.asServiceRole.entities.User.update(user_id, { job_title });
    return Response.json({ ok: true });
  } catch (error) {
    return Response.json({ error: error.message }, { status: 403 });
  }
});
