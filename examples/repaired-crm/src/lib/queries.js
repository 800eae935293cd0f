export async function loadDeals(client, organizationId) {
  return client.entities.Deal.filter({ organization_id: organizationId }, '-amount', 200);
}

export async function loadDealsOfContact(client, contactId) {
  return client.entities.Deal.filter({ contact_id: contactId }, '-created_date', 50);
}
