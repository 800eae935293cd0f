import { base44 } from '@/api/base44Client';

export async function removeCustomers(ids) {
  for (const id of ids) {
    await base44.entities.Customer.delete(id);
  }
}
