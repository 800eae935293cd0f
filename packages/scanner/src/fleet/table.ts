import { counted } from '../counted.js';
import { printable } from '../report/printable.js';
import { severities } from '../report/reporter.js';
import { fit, type Style } from '../report/terminal/style.js';
import type { FleetResult, FleetRow } from './result.js';
import { nameInFleet, standing } from './words.js';

/** For the terminal: a line on each app, worst first, then what could not be scanned. */
export function fleetTable({ fleet }: FleetResult, style: Style, width?: number): string[] {
  const apps = fleet
    .flatMap((row) => row.apps.map((app) => ({ row, app })))
    .sort((a, b) => standing(b.app) - standing(a.app));
  const failed = fleet.filter(({ failure }) => failure !== null);
  const shown = severities.slice(0, 4);
  const names = apps.map(({ row, app }) => printable(nameInFleet(row, app)));
  const column = Math.min(40, Math.max(3, ...names.map(({ length }) => length)));
  const head = ['app'.padEnd(column), ...shown.map((one) => one.padStart(8)), '  fix first'].join(' ');
  const lines = apps.map(({ app }, index) => {
    const numbers = shown.map((one) => {
      const text = String(app.counts[one]).padStart(8);
      return app.counts[one] > 0 ? style.severity(one, text) : style.dim(text);
    });
    const room = width === undefined ? undefined : Math.max(20, width - column - 4 * 9 - 3);
    const [first] = app.worst;
    return [
      fit(names[index]!, column).padEnd(column),
      ...numbers,
      `  ${fit(first ? first.rule : 'nothing', room)}`,
    ].join(' ');
  });
  return [
    style.bold(head),
    ...lines,
    ...failureLines(failed, style),
    '',
    summary(apps.length, apps.filter(({ app }) => app.fails).length, failed.length),
  ];
}

function failureLines(rows: readonly FleetRow[], style: Style): string[] {
  if (rows.length === 0) return [];
  return [
    '',
    style.bold('Not scanned'),
    ...rows.map(({ path, failure }) => `  ${printable(path)}  ${printable(failure ?? '')}`),
  ];
}

function summary(apps: number, failing: number, failed: number): string {
  const rest = failed > 0 ? `, ${counted(failed, 'target')} not scanned` : '';
  return `${counted(apps, 'app')}, ${failing} at or above the gate${rest}`;
}
