import type { CreditsSection } from '../../../result/credits.js';
import {
  assumptionWords,
  basisWords,
  creditWords,
  dayWords,
  figure,
  fitWords,
  gapWords,
  usersWords,
} from '../../credits-words.js';
import { printable } from '../../printable.js';
import { wrap, type Style } from '../style.js';
import { heading, table, type CreditsOptions } from './layout.js';

/** What a month costs, against each plan. */
export function projectionLines(section: CreditsSection, { width }: CreditsOptions, style: Style): string[] {
  const { projection, plans, needsBackend } = section;
  const title = heading('Integration credits', style);
  if (section.triggers.length === 0)
    return [
      title,
      'No trigger was found that costs integration credits. Code that was not followed may.',
      ...gaps(section, width),
    ];
  const backend = needsBackend ? ' The app has functions, so Builder is the least.' : '';
  return [
    title,
    ...wrap(basisWords(section), width).map((line) => (projection.example ? style.bold(line) : line)),
    ...wrap(`Assumed: ${assumptionWords(section)}.`, width).map((line) => style.dim(line)),
    '',
    ...table([
      ['', 'credits a month', 'smallest plan', 'top three halved', ''],
      ...projection.scenarios.map((scenario) => [
        usersWords(scenario),
        creditWords(scenario.total),
        fitWords(scenario.fits, plans),
        `saves ${creditWords(scenario.halved.saved)}`,
        fitWords(scenario.halved.fits, plans),
      ]),
    ]),
    '',
    ...table([
      ['plan', 'credits', 'price', ...projection.scenarios.map(usersWords)],
      ...plans.map((plan, index) => [
        `${plan.title}${plan.current ? ' (yours)' : ''}`,
        figure(plan.integrationCredits),
        `$${plan.price.monthly}`,
        ...projection.scenarios.map(({ plans: shares }) => dayWords(shares[index]!.runsOutOn)),
      ]),
    ]),
    ...wrap(
      `The day of a month of 30 days on which a plan's credits are gone.${backend} Message credits are for building; nothing here uses them.`,
      width,
    ).map((line) => style.dim(line)),
    ...gaps(section, width),
  ];
}

function gaps(section: CreditsSection, width: number | undefined): string[] {
  return gapWords(section).flatMap((line) => wrap(printable(line), width));
}
