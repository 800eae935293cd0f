import type { Location } from '../../result.js';
import type { CreditsSection, CreditTrigger } from '../../result/credits.js';
import { counted } from '../../counted.js';
import {
  assumptionWords,
  basisWords,
  costWords,
  creditWords,
  dayWords,
  figure,
  fitWords,
  gapWords,
  middleOf,
  savingWords,
  spendWords,
  triggerWords,
  usersWords,
} from '../credits-words.js';
import { printable } from '../printable.js';
import type { ReportOptions } from '../reporter.js';
import { explanationLines } from './explanations.js';
import { wrap, type Style } from './style.js';

export type CreditsOptions = Pick<ReportOptions, 'width' | 'all'> & { readonly explain?: boolean };

/** So many triggers, and calls of one, are shown unless all are wanted. */
const mostTriggers = 10;
const mostSpends = 4;
const mostPlaces = 3;

/** What `base44-scan credits` prints. */
export function creditsLines(section: CreditsSection, options: CreditsOptions, style: Style): string[] {
  const parts = [
    projectionLines(section, options, style),
    triggerSection(section, options, style),
    scheduleLines(section, style),
    stopLines(section, options, style),
    serviceLines(section, options, style),
    savingLines(section, options, style),
    priceLines(section, options, style),
    ...(options.explain ? [explanationLines(section.explanations, style)] : []),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part) => [...part, '']);
}

/** One line for the summary of a scan. */
export function creditsBrief(section: CreditsSection): string {
  const { triggers, projection, plans } = section;
  if (triggers.length === 0) return 'Credits      no trigger found that costs integration credits';
  const scenario = middleOf(section);
  const label = projection.example ? 'example: ' : '';
  return `Credits      ${counted(triggers.length, 'trigger')}; ${label}${usersWords(scenario)} use ${creditWords(scenario.total)} a month, smallest plan ${fitWords(scenario.fits, plans)}`;
}

function projectionLines(section: CreditsSection, { width }: CreditsOptions, style: Style): string[] {
  const { projection, plans, needsBackend } = section;
  const title = heading('Integration credits', style);
  if (section.triggers.length === 0)
    return [title, 'No trigger was found that costs integration credits. Code that was not followed may.', ...gaps(section, width)];
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

function triggerSection(section: CreditsSection, options: CreditsOptions, style: Style): string[] {
  const { triggers } = section;
  if (triggers.length === 0) return [];
  const shown = options.all ? triggers : triggers.slice(0, mostTriggers);
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
  const spends = all ? trigger.spends : trigger.spends.slice(0, mostSpends);
  const rest = trigger.spends.length - spends.length;
  const indent = (text: string) => wrap(printable(text), width && width - 4).map((line) => `    ${line}`);
  return [
    `${String(index + 1).padStart(2)}. ${style.bold(printable(triggerWords(trigger)))}  ${style.dim(printable(placeOf(trigger.location)))}`,
    ...indent(`a run ${costWords(trigger)}; a month ${months} (${trigger.runs})`),
    ...spends.flatMap((spend) => [
      ...indent(`- ${spendWords(spend)}`),
      ...indent(`  ${pathOf(spend.path.map(({ location }) => location))}`).map((line) => style.dim(line)),
    ]),
    ...(rest > 0 ? [style.dim(`    and ${counted(rest, 'more call')}`)] : []),
    ...trigger.cost.unknown.flatMap(indent),
    ...(trigger.services.length > 0 ? indent(`also calls ${trigger.services.join(', ')}, which costs no credits`) : []),
    ...indent(`id ${trigger.id}`).map((line) => style.dim(line)),
  ];
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

function scheduleLines({ schedules }: CreditsSection, style: Style): string[] {
  if (schedules.length === 0) return [];
  const rows = schedules.map(({ name, location, active, runs, monthly, perRun, belowMinimum, workflow }) => [
    printable(name ?? placeOf(location)),
    workflow ? 'workflow' : 'automation',
    active ? (runs === null ? 'runs unknown' : `${figure(runs)} runs a month`) : 'switched off',
    `${creditWords(perRun)} each`,
    `${creditWords(monthly)} a month`,
    belowMinimum ? 'more often than the 5 minutes that the platform keeps' : '',
  ]);
  return [heading('Schedules', style), ...table(rows)];
}

function stopLines({ stops, triggers }: CreditsSection, { all, width }: CreditsOptions, style: Style): string[] {
  const { unhandled, handled, automations } = stops;
  if (unhandled.length + handled + automations === 0) return [];
  const byId = new Map(triggers.map((trigger) => [trigger.id, trigger]));
  const shown = all ? unhandled : unhandled.slice(0, mostTriggers);
  const rest = unhandled.length - shown.length;
  return [
    heading('When the credits run out', style),
    ...wrap(
      `${counted(unhandled.length, 'thing')} that a user does or opens ${unhandled.length === 1 ? 'fails' : 'fail'} with nothing to take it up, ${handled} with a catch; ${counted(automations, 'automation')} ${automations === 1 ? 'stops' : 'stop'}.`,
      width,
    ),
    ...shown.map(({ trigger, calls }) => {
      const first = calls[0]!;
      const more = calls.length > 1 ? ` and ${counted(calls.length - 1, 'more call')}` : '';
      return printable(`- ${triggerWords(byId.get(trigger)!)}: ${first.member} at ${placeOf(first.location)}${more}`);
    }),
    ...(rest > 0 ? [style.dim(`and ${rest} more`)] : []),
  ];
}

function serviceLines({ services }: CreditsSection, { width }: CreditsOptions, style: Style): string[] {
  if (services.length === 0) return [];
  const words = (own: boolean) =>
    services
      .filter(({ ownersKey }) => ownersKey === own)
      .map(({ service, locations }) => `${service} (${counted(locations.length, 'call')})`)
      .join(', ');
  const line = (label: string, text: string) => (text === '' ? [] : wrap(printable(`${label}: ${text}.`), width));
  return [
    heading('Other services: no credits, their own bill', style),
    ...line("With the owner's key", words(true)),
    ...line('Without a key of the owner', words(false)),
  ];
}

function savingLines({ savings }: CreditsSection, { width, all }: CreditsOptions, style: Style): string[] {
  return [
    heading('Six ways to use less', style),
    ...savings.flatMap(({ title, verdict, advice, reason, places }) => {
      const shown = all ? places : places.slice(0, mostPlaces);
      const body = [
        ...(verdict === 'applies' ? wrap(`${reason} ${advice}`, width && width - 4) : wrap(reason, width && width - 4)),
        ...shown.map(({ note, location }) => printable(`- ${location ? `${placeOf(location)}  ` : ''}${note}`)),
        ...(places.length > shown.length ? [`and ${counted(places.length - shown.length, 'more place')}`] : []),
      ];
      return [
        `${style.verdict(verdict === 'applies' ? 'found' : verdict === 'nothing-found' ? 'clear' : 'not-checked', savingWords[verdict].padEnd(13))}  ${style.bold(title)}`,
        ...body.map((line) => `    ${printable(line)}`),
      ];
    }),
  ];
}

function priceLines({ prices, free }: CreditsSection, { width }: CreditsOptions, style: Style): string[] {
  const rows = prices.map(({ title, unit, credits, readings }) => [
    title,
    `${creditWords(credits)} ${unit}`,
    readings.map(({ source, date, credits: amount }) => `${source.title} ${date}: ${creditWords(amount)}`).join('; '),
  ]);
  const nothing = `No credits: ${free.map(({ what }) => what.toLowerCase()).join('; ')}.`;
  return [heading('Prices used', style), ...table(rows), ...wrap(nothing, width)];
}

function heading(text: string, style: Style): string {
  return style.apply(['bold', 'underline'], text);
}

function placeOf({ file, start }: Location): string {
  return `${file}:${start.line}`;
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd());
}
