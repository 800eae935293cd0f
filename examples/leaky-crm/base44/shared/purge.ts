/** Deletes every row of an entity and returns how many there were. */
export async function purgeAll(entity: any) {
  let removed = 0;
  for (;;) {
    const rows = await entity.list('created_date', 200);
    if (rows.length === 0) return removed;
    await Promise.all(rows.map((row: any) => entity.delete(row.id)));
    removed += rows.length;
  }
}
