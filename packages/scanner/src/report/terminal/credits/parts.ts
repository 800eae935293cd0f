import type { CreditsSection } from '../../../result/credits.js';
import { counted } from '../../../counted.js';
import { creditWords, figure, savingWords } from '../../credits-words.js';
import { printable } from '../../printable.js';
import { wrap, type Style } from '../style.js';
import { heading, most, placeOf, table, type CreditsOptions } from './layout.js';

export function scheduleLines({ schedules }: CreditsSection, style: Style): string[] {
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

export function stopLines({ stops, triggers }: CreditsSection, { all, width }: CreditsOptions, style: Style): string[] {
  const { unhandled, handled, automations } = stops;
  if (unhandled.length + handled + automations === 0) return [];
  const byId = new Map(triggers.map((trigger) => [trigger.id, trigger]));
  const shown = all ? unhandled : unhandled.slice(0, most.triggers);
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
      return printable(`- ${byId.get(trigger)!.title}: ${first.member} at ${placeOf(first.location)}${more}`);
    }),
    ...(rest > 0 ? [style.dim(`and ${rest} more`)] : []),
  ];
}

export function serviceLines({ services }: CreditsSection, { width }: CreditsOptions, style: Style): string[] {
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

export function savingLines({ savings }: CreditsSection, { width, all }: CreditsOptions, style: Style): string[] {
  return [
    heading('Six ways to use less', style),
    ...savings.flatMap(({ title, verdict, advice, reason, places }) => {
      const shown = all ? places : places.slice(0, most.places);
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

export function priceLines({ prices, free }: CreditsSection, { width }: CreditsOptions, style: Style): string[] {
  const cited = [...prices.flatMap(({ readings }) => readings), ...free].map(({ source }) => source);
  const sources = [...new Map(cited.map((source) => [source.url, source])).values()];
  const numberOf = (url: string) => `[${sources.findIndex((source) => source.url === url) + 1}]`;
  const rows = prices.map(({ title, unit, credits, readings }) => [
    title,
    `${creditWords(credits)} ${unit}`,
    readings
      .map(({ source, date, credits: amount }) => `${numberOf(source.url)} ${date}: ${creditWords(amount)}`)
      .join('; '),
  ]);
  return [
    heading('Prices used, in integration credits', style),
    ...table(rows),
    ...wrap(`No credits: ${free.map(({ what }) => what.toLowerCase()).join('; ')}.`, width),
    ...sources.map(({ title, url }) => style.dim(`${numberOf(url)} ${title}, ${url}`)),
  ];
}
