/** Downloads all rows of an entity as CSV. */
export async function downloadCsv(entity, columns, fileName) {
  const rows = await entity.list('-created_date', 1000);
  const lines = rows.map((row) => columns.map((column) => JSON.stringify(row[column] ?? '')).join(','));

  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([[columns.join(','), ...lines].join('\n')], { type: 'text/csv' }));
  link.download = fileName;
  link.click();
}
