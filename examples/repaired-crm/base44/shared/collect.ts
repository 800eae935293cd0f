/** Reads an organization's rows of an entity, sorted by the last change. */
export async function collect(entity: any, organizationId: string) {
  const rows = await entity.filter({ organization_id: organizationId }, '-updated_date', 1000);
  return rows;
}
