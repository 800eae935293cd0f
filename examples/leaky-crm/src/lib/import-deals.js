import { base44 } from '@/api/base44Client';

/** Creates deals with their first task, and takes everything back when one of them fails. */
export async function importDeals(rows, organizationId) {
  const undo = [];
  try {
    for (const row of rows) {
      const deal = await base44.entities.Deal.create({ ...row, organization_id: organizationId });
      undo.push(() => base44.entities.Deal.delete(deal.id));
      const task = await base44.entities.Task.create({ title: `Call about ${row.title}`, organization_id: organizationId });
      undo.push(() => base44.entities.Task.delete(task.id));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}
