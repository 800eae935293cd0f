/** Deletes an organization's rows of an entity in one request. */
export async function purgeAll(entity: any, organizationId: string) {
  await entity.deleteMany({ organization_id: organizationId });
}
