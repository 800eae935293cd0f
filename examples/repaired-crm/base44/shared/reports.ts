// Reads shared by the export functions.

export async function loadLeads(client: any, organizationId: string) {
  return client.entities.Lead.filter({ organization_id: organizationId }, '-created_date', 1000);
}
