/** @param {readonly (readonly string[])[]} rows first column to the left, the others to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

/** Times and peak memory of each subject. */
export function usageTable(usages) {
  const rows = [...usages].map(([name, { wall, cpu, memory }]) => [
    name,
    `${wall.toFixed(2)} s`,
    `${cpu.toFixed(2)} s`,
    `${memory.toFixed(0)} MiB`,
  ]);
  return table([['process', 'wall', 'cpu', 'peak memory'], ...rows]);
}

/**
 * Ratios against their bars, by wall time and by processor time. The bar is held against the processor time, which
 * other work on the machine disturbs least.
 *
 * @typedef {{ what: string, wall: number, cpu: number, bar: number, asShare?: boolean }} Ratio
 *   `asShare`: shown in per cent.
 *
 * @param {readonly Ratio[]} ratios
 */
export function ratioTable(ratios) {
  const rows = ratios.map(({ what, wall, cpu, bar, asShare }) => {
    const show = (value) => (asShare ? `${(value * 100).toFixed(0)} %` : value.toFixed(2));
    return [what, show(wall), show(cpu), `≤ ${show(bar)}`, cpu <= bar ? 'met' : 'missed'];
  });
  return table([['ratio', 'wall', 'cpu', 'bar', ''], ...rows]);
}
