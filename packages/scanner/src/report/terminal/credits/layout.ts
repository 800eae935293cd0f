import type { Location } from '../../../result.js';
import type { Explanation } from '../../../result/common.js';
import { printable } from '../../printable.js';
import type { ReportOptions } from '../../reporter.js';
import type { Style } from '../style.js';

export type CreditsOptions = Pick<ReportOptions, 'width' | 'all'> & { readonly explain?: boolean };

/** So many of what is listed are shown, unless all are wanted. */
export const most = { triggers: 10, spends: 4, places: 3 } as const;

export function heading(text: string, style: Style): string {
  return style.apply(['bold', 'underline'], text);
}

export function placeOf({ file, start }: Location): string {
  return `${file}:${start.line}`;
}

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

/** Each number with its formula, and the facts below it. */
export function explanationLines(explanations: readonly Explanation[], style: Style): string[] {
  return [
    heading('Where the numbers come from', style),
    ...explanations.flatMap(({ number, value, formula, facts }) => [
      printable(`${number} = ${value}`),
      style.dim(printable(`    ${formula}`)),
      ...facts.map(({ note, location }) =>
        style.dim(printable(`    - ${location ? `${placeOf(location)}  ` : ''}${note}`)),
      ),
    ]),
  ];
}
