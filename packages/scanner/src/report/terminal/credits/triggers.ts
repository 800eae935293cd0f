import type { Location } from '../../../result.js';
import type { CreditsSection, CreditSpend, CreditTrigger } from '../../../result/credits.js';
import { counted } from '../../../counted.js';
import { costWords, creditWords, figure, spendWords } from '../../credits-words.js';
import { printable } from '../../printable.js';
import { wrap, type Style } from '../style.js';
import { heading, most, placeOf, type CreditsOptions } from './layout.js';

export function triggerSection(section: CreditsSection, options: CreditsOptions, style: Style): string[] {
  const { triggers } = section;
  if (triggers.length === 0) return [];
  const shown = options.all ? triggers : triggers.slice(0, most.triggers);
  const rest = triggers.length - shown.length;
  return [
    heading('Triggers, dearest month first', style),
    ...shown.flatMap((trigger, index) => triggerLines(section, trigger, index, options, style)),
    ...(rest > 0 ? [style.dim(`and ${counted(rest, 'more trigger')}; --all or --format json lists them`)] : []),
  ];
}

function triggerLines(
  section: CreditsSection,
  trigger: CreditTrigger,
  index: number,
  { width, all }: CreditsOptions,
  style: Style,
): string[] {
  const { scenarios } = section.projection;
  const months = scenarios.map(({ triggers }) => creditWords(triggers[index]!.credits)).join(' | ');
  const spends = all ? trigger.spends : trigger.spends.slice(0, most.spends);
  const rest = trigger.spends.length - spends.length;
  const indent = (text: string) => wrap(printable(text), width && width - 4).map((line) => `    ${line}`);
  return [
    `${String(index + 1).padStart(2)}. ${style.bold(printable(trigger.title))}  ${style.dim(printable(placeOf(trigger.location)))}`,
    ...indent(`a run ${costWords(trigger)}; a month ${months} (${trigger.runs})`),
    ...spends.flatMap((spend) => [
      ...indent(`- ${spendWords(spend)}`),
      ...indent(`  ${pathOf(spend.path.map(({ location }) => location))}${loopsOf(spend)}`).map((line) =>
        style.dim(line),
      ),
    ]),
    ...(rest > 0 ? [style.dim(`    and ${counted(rest, 'more call')}`)] : []),
    ...trigger.cost.unknown.flatMap(indent),
    ...(trigger.services.length > 0 ? indent(`also calls ${trigger.services.join(', ')}, which costs no credits`) : []),
    ...indent(`id ${trigger.id}`).map((line) => style.dim(line)),
  ];
}

/** What multiplies a call, with its places. */
function loopsOf({ repeats }: CreditSpend): string {
  return repeats
    .map(({ location, count }) => `, × ${count === null ? 'items' : figure(count)} by ${placeOf(location)}`)
    .join('');
}

/** The places on a way, each file named once in a row. */
function pathOf(places: readonly (Location | null)[]): string {
  let last = '';
  return places
    .flatMap((one) => {
      if (!one) return [];
      const text = one.file === last ? `:${one.start.line}` : placeOf(one);
      last = one.file;
      return [text];
    })
    .join(' → ');
}
