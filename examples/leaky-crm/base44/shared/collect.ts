/** Reads an entity sorted by the last change. */
export async function collect(entity: any) {
  const rows = await entity.list('-updated_date', 1000);
  return rows;
}
