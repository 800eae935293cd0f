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

const lawsByInput = new WeakMap<ReadinessInput, readonly Law[]>();

/** Every sign of a law, what is built for one first. Reads all texts, so only once. */
export function lawsOf(input: ReadinessInput): readonly Law[] {
  const known = lawsByInput.get(input);
  if (known) return known;
  const laws = [...builtFor(input), ...input.views.filter(({ zone }) => zone !== 'other').flatMap(namedIn)];
  lawsByInput.set(input, laws);
  return laws;
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
  const functions = new Map(app.functions.map(({ file, name }) => [file, name]));
  const named = files.flatMap((file): Law[] => {
    const law = lawIn(functions.get(file) ?? baseName(file));
    const isRun = law !== null && ['frontend', 'function', 'shared'].includes(zoneOf(app, file));
    return isRun ? [{ law, by: 'built', note: `the file ${file}`, place: null }] : [];
  });
  return [...fields, ...named];
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** Pages on which an app states its duties. A law firm has pages with `legal` in their names, too. */
const legalPage =
  /(?:privacy|datenschutz|privacidad|confidentialite|cookie[-_]?(?:banner|consent|policy|notice|settings))[^/]*$|(?:^|\/)(?:legal|imprint|impressum)(?:[-_]?(?:notice|page|center|centre|info))?\.[jt]sx?$/i;
const spoken = /\b(?:(GDPR|DSGVO|RGPD)|(CCPA|CPRA|LGPD|POPIA)|(HIPAA)|SOC ?2|PCI[- ]?DSS)\b/g;

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
