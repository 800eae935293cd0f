import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

interface Customer {
  id: string;
  archived: boolean;
}

Deno.serve(async (req: Request): Promise<Response> => {
  const base44 = createClientFromRequest(req);
  const archived = (await base44.asServiceRole.entities.Customer.filter({ archived: true })) as Customer[];
  for (const customer of archived) {
    await base44.asServiceRole.entities.Customer.delete(customer.id);
  }
  return Response.json({ removed: archived.length });
});
