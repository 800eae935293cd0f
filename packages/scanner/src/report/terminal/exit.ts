import type { ExitSection } from '../../result/exit.js';
import { dollarsOf, rangeOf } from '../ranges.js';
import { estimateLines } from './exit-estimate.js';
import type { ExitOptions } from './exit-options.js';
import { exportLines, sanityLines } from './exit-data.js';
import { inventoryLines } from './exit-inventory.js';
import { explanationLines } from './explanations.js';
import { wrap, type Style } from './style.js';

/** The whole section: the answer first, then what it is made of, what cannot be known, and the facts behind each figure. */
export function exitLines(section: ExitSection, options: ExitOptions, style: Style): string[] {
  return [
    style.apply(['bold', 'underline'], 'Leaving Base44'),
    ...wrap(exitBrief(section), options.width),
    '',
    ...inventoryLines(section, options, style),
    '',
    ...estimateLines(section, options, style),
    '',
    ...exportLines(section, options, style),
    ...sanityLines(section, options, style),
    '',
    style.bold('What these figures cannot know'),
    ...section.caveats.flatMap((text) => bullet(text, options.width)),
    ...(options.explain === true ? ['', ...explanationLines(section.explanations, options, style)] : []),
  ];
}

/** One line for the summary of a scan. */
export function exitBrief({ estimate, framework, uses }: ExitSection): string {
  if (uses.length === 0)
    return `No code of the app calls Base44, so it may have moved already; the smallest move of the framework is ${framework.hours.low} hours, ${framework.weeks.low} weeks and ${dollarsOf({ low: framework.cost.low, high: framework.cost.low })}`;
  const { hours, weeks, cost, sum, beyond } = estimate;
  const more = {
    within: '',
    below: `; the inventory adds up to ${rangeOf(sum)} hours, and the framework begins at ${framework.hours.low}`,
    above: `; the inventory adds up to ${rangeOf(sum)} hours, and the framework ends at ${framework.hours.high}`,
  }[beyond];
  return `A move is estimated at ${rangeOf(hours)} hours, ${rangeOf(weeks)} weeks and ${dollarsOf(cost)}${more}`;
}

function bullet(text: string, width: number | undefined): string[] {
  return wrap(text, width && width - 4).map((line, index) => `${index === 0 ? '  · ' : '    '}${line}`);
}
