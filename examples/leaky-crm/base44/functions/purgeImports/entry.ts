import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

// Empties the staging table after an import.
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  let removed = 0;

  while (true) {
    const batch = await base44.asServiceRole.entities.ImportRow.list('created_date', 200);
    if (batch.length === 0) break;
    for (const row of batch) {
      await base44.asServiceRole.entities.ImportRow.delete(row.id);
      removed += 1;
    }
  }

  return Response.json({ removed });
});
