/** Downloads an organization's rows of an entity as CSV. */
export async function downloadCsv(entity, organizationId, columns, fileName) {
  const rows = await entity.filter({ organization_id: organizationId }, '-created_date', 1000);
  const lines = rows.map((row) => columns.map((column) => JSON.stringify(row[column] ?? '')).join(','));

  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([[columns.join(','), ...lines].join('\n')], { type: 'text/csv' }));
  link.download = fileName;
  link.click();
}
