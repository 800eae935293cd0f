import { wordsOf, zoneOf, type App, type FileView } from '@base44-lint/model';
import type { ReadinessInput } from '../input.js';
import type { Seen } from './evidence.js';

/** A law on data of people that the app itself says it follows, or another framework that it speaks of. */
export interface Law extends Seen {
  readonly law: 'gdpr' | 'other' | 'hipaa' | 'trade';
  /**
   * - `built`: a field, entity, function or page exists for it
   * - `stated`: the privacy page says so
   * - `mentioned`: some text names it
   */
  readonly by: 'built' | 'stated' | 'mentioned';
}

const laws: Readonly<Record<string, 'gdpr' | 'other'>> = {
  gdpr: 'gdpr',
  dsgvo: 'gdpr',
  rgpd: 'gdpr',
  ccpa: 'other',
  cpra: 'other',
  lgpd: 'other',
  popia: 'other',
};
/** A page about a law may be what the app sells; one that asks consent or hands out data serves its own users. */
const purpose =
  /^(?:consents?|accepted|agreed|optin|export|delete|deletion|erasure|erase|requests?|banner|cookies?|rights|dsar|anonymi[sz]e|purge|retention)$/;
/** Tools that check the compliance of others name every law. */
const ofOthers =
  /^(?:audit|audits|assessment|assessments|score|checklist|framework|frameworks|scan|scanner|report|gap)$/;

function lawIn(name: string): 'gdpr' | 'other' | null {
  const words = wordsOf(name);
  const law = words.flatMap((word) => (Object.hasOwn(laws, word) ? [laws[word]!] : []))[0];
  const serves = words.some((word) => purpose.test(word)) && !words.some((word) => ofOthers.test(word));
  return law !== undefined && serves ? law : null;
}

export function lawsOf(input: ReadinessInput): readonly Law[] {
  return [...builtFor(input), ...input.views.filter(isOwnCode).flatMap((view) => namedIn(view))];
}

function builtFor({ app, files }: ReadinessInput): readonly Law[] {
  const fields = Object.values(app.entities).flatMap(({ name: entity, fields: all, file }): Law[] => {
    const own = lawIn(entity);
    const place = all[0]?.place ?? { file, start: 0, end: 0 };
    if (own) return [{ law: own, by: 'built', note: `the entity \`${entity}\``, place }];
    return all.flatMap(({ name, place: at }): Law[] => {
      const law = lawIn(name);
      return law ? [{ law, by: 'built', note: `\`${entity}.${name}\``, place: at }] : [];
    });
  });
  const named = files
    .filter((file) => ['frontend', 'function', 'shared'].includes(zoneOf(app, file)))
    .flatMap((file): Law[] => {
      const law = lawIn(nameOf(app, file));
      return law ? [{ law, by: 'built', note: `the file ${file}`, place: null }] : [];
    });
  return [...fields, ...named];
}

/** The name that tells what a file does: of `gdprExport/entry.ts` its folder. */
function nameOf(app: App, file: string): string {
  const owner = app.functions.find((one) => one.file === file);
  return owner ? owner.name : file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

const legalPage = /(?:privacy|datenschutz|privacidad|privacidade|confidentialite|legal|cookie)[^/]*$/i;
const spoken = /\b(?:(GDPR|DSGVO|RGPD)|(CCPA|CPRA|LGPD|POPIA)|(HIPAA)|(SOC ?2|PCI[- ]?DSS))\b/g;

/** The first time that a file names each framework. */
function namedIn({ file, text }: FileView): readonly Law[] {
  const found = new Map<Law['law'], Law>();
  const by = legalPage.test(file) ? 'stated' : 'mentioned';
  for (const match of text.matchAll(spoken)) {
    const [name, gdpr, other, hipaa] = match;
    const law = gdpr ? 'gdpr' : other ? 'other' : hipaa ? 'hipaa' : 'trade';
    const place = { file, start: match.index, end: match.index + name.length };
    if (!found.has(law)) found.set(law, { law, by, note: `names ${name}`, place });
  }
  return [...found.values()];
}

function isOwnCode({ zone }: FileView): boolean {
  return zone !== 'other';
}

const health = /\b(?:hipaa|phi)\b/;

/** Entities and fields that are made for HIPAA by their own names or descriptions. */
export function hipaaInSchemas({ entities }: App): readonly Seen[] {
  return Object.values(entities).flatMap((entity) =>
    entity.fields
      .filter(
        ({ name, description }) =>
          health.test(wordsOf(`${entity.name} ${name}`).join(' ')) || /\b(?:HIPAA|PHI)\b/.test(description ?? ''),
      )
      .slice(0, 1)
      .map(({ name, place }) => ({ note: `\`${entity.name}.${name}\``, place })),
  );
}
