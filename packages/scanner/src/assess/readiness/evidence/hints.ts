import type { CriterionId } from '@base44-lint/catalog';
import type { Finding } from '../../../result.js';
import { counted } from '../../../counted.js';
import type { ReadinessInput } from '../input.js';
import { when, type Evidence, type Seen, type Witness } from './evidence.js';

/**
 * What speaks to the criteria that no export can decide: load, speed, availability. None of it caps: a language file
 * does not say where users are, and a loop does not say how many run it.
 */
export const hints: Witness = (input) => [
  ...load(input),
  ...hint(
    'performance',
    'several-languages',
    'The app speaks several languages, so its users may be far from its one hosting region.',
    languages(input),
  ),
  ...hint(
    'performance',
    'several-currencies',
    'Amounts come in several currencies, so users may be far from the one hosting region.',
    currencies(input),
  ),
  ...hint(
    'availability',
    'availability-promised',
    'A text speaks of an availability in per cent; if it is promised to customers, the level follows from it.',
    promises(input),
  ),
];

function hint(
  criterion: CriterionId,
  kind: string,
  reason: string,
  seen: readonly Seen[],
  rules: readonly string[] = [],
): readonly Evidence[] {
  return when({ criterion, kind, cap: null, confidence: 'possible', reason, seen, rules });
}

const heavy = ['no-over-limit-read', 'require-read-limit', 'no-tight-polling', 'no-read-in-loop'];

/** What makes each person at peak cost more. */
function load({ findings, views }: ReadinessInput): readonly Evidence[] {
  const weighty = findings.filter(
    ({ rule, severity }) => heavy.includes(rule) && severity !== 'info' && severity !== 'low',
  );
  const limited = views
    .filter(({ zone, text }) => zone === 'frontend' && /\b429\b/.test(text))
    .map(({ file, text }) => {
      const start = text.search(/\b429\b/);
      return { note: 'deals with 429', place: { file, start, end: start + 3 } };
    });
  return [
    ...hint(
      'user-concurrency',
      'heavy-requests',
      `${counted(weighty.length, 'place')} of the code ${weighty.length === 1 ? 'asks' : 'ask'} for much or often, which every further person multiplies.`,
      weighty.map(seenAt),
      heavy,
    ),
    ...hint(
      'user-concurrency',
      'rate-limits-met',
      'The code deals with rate limits (429), which suggests that they have been met.',
      limited,
    ),
  ];
}

function seenAt({ rule, location }: Finding): Seen {
  return { note: `${rule} in ${location.file}:${location.start.line}`, place: null };
}

const language =
  /(?:^|\/)(?:locales?|i18n|langs?|languages|translations|messages)\/([a-z]{2})(?:[-_][A-Za-z]{2})?(?:\.(?:json|js|ts)$|\/)/;

/** One file for each language, where there are at least two. */
function languages({ files }: ReadinessInput): readonly Seen[] {
  const found = new Map<string, string>();
  for (const file of files) {
    const code = language.exec(file)?.[1];
    if (code !== undefined && !found.has(code)) found.set(code, file);
  }
  return found.size < 2 ? [] : [...found].map(([code, file]) => ({ note: `${code}: ${file}`, place: null }));
}

function currencies({ app }: ReadinessInput): readonly Seen[] {
  return Object.values(app.entities).flatMap(({ name: entity, fields }) =>
    fields
      .filter(({ name, enumValues }) => /currency$/i.test(name) && (enumValues?.length ?? 0) > 1)
      .map(({ name, enumValues, place }) => ({
        note: `\`${entity}.${name}\`: ${enumValues!.slice(0, 6).join(', ')}`,
        place,
      })),
  );
}

const promise =
  /\b99[.,]\d{1,4} ?%[^\n]{0,40}?\b(?:uptime|availability|SLA|Verfügbarkeit)\b|\b(?:uptime|availability|SLA|Verfügbarkeit)\b[^\n]{0,40}?\b99[.,]\d{1,4} ?%/i;

function promises({ views }: ReadinessInput): readonly Seen[] {
  return views.flatMap(({ file, zone, text }) => {
    if (zone !== 'frontend' || !text.includes('99')) return [];
    const match = promise.exec(text);
    return match
      ? [{ note: match[0].slice(0, 60), place: { file, start: match.index, end: match.index + match[0].length } }]
      : [];
  });
}
