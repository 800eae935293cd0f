import type { Explanation } from '../../result.js';
import { printable } from '../printable.js';
import { place } from '../reporter.js';
import { wrap, type Style } from './style.js';

/** Where each number of a section comes from: value, formula with the values filled in, and the facts with places. */
export function explanationLines(
  explanations: readonly Explanation[],
  { width }: { readonly width?: number },
  style: Style,
): string[] {
  const body = (text: string): string[] => wrap(printable(text), width && width - 6).map((line) => `      ${line}`);
  return [
    style.bold('Where each number comes from'),
    ...explanations.flatMap(({ number, value, formula, facts }) => [
      `  ${number} = ${style.bold(printable(value))}`,
      ...body(formula),
      ...facts.flatMap(({ note, location }) =>
        body(location === null ? note : `${place({ location })}  ${note}`).map((line) => style.dim(line)),
      ),
    ]),
  ];
}
