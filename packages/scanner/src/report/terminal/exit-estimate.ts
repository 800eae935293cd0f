import type { ExitSection } from '../../result/exit.js';
import { dollarsOf, numberOf, rangeOf } from '../ranges.js';
import type { ExitOptions } from './exit-options.js';
import { wrap, type Style } from './style.js';

/** The terms, their sum, and the steps from there to hours, weeks and cost. */
export function estimateLines({ estimate, framework }: ExitSection, { width }: ExitOptions, style: Style): string[] {
  const rows = estimate.terms.map(({ what, count, hoursEach, hours }) => [
    `${numberOf(count)} ${what}`,
    `× ${exact(hoursEach.low)}–${exact(hoursEach.high)} h`,
    `${rangeOf(hours)} h`,
  ]);
  const wide = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return [
    style.bold(`Estimate (framework ${framework.version}, weights ${estimate.weightsVersion})`),
    ...rows.map(
      ([what, each, hours]) =>
        `  ${what!.padEnd(wide[0]!)}  ${style.dim(each!.padEnd(wide[1]!))}  ${hours!.padStart(wide[2]!)}`,
    ),
    ...estimate.steps.flatMap(({ what, formula, result }) => {
      const value = what.startsWith('Cost') ? dollarsOf(result) : rangeOf(result);
      return [
        `  ${style.bold(what)}  ${value}`,
        ...wrap(formula, width && width - 6).map((line) => style.dim(`      ${line}`)),
      ];
    }),
  ];
}

/** Weights as they stand in the catalogue. */
function exact(value: number): string {
  return String(value);
}
