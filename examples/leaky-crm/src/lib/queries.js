export async function loadDeals(client) {
  return client.entities.Deal.list('-amount', 200);
}

export async function loadDealsOfContact(client, contactId) {
  return client.entities.Deal.filter({ contact_id: contactId }, '-created_date', 50);
}
