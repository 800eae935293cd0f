import { limitations, sources, type LimitationId } from '@base44-lint/catalog';
import { docsUrl, precisionSentence, rules, type AnyRule } from '@base44-lint/rules';
import type { Change } from '../../explain/change.js';
import type { PlaceExplanation } from '../../explain/place.js';
import { printable } from '../printable.js';
import { wrap, type Style } from './style.js';

const label = 18;

/** What a rule looks for, and how much its findings are worth. */
export function ruleLines({ meta }: AnyRule, style: Style, width?: number): string[] {
  const { name, description, preset, since, severities, related, schema } = meta;
  const options = Object.entries(schema.properties as Record<string, { description?: string; default?: unknown }>);
  return [
    style.bold(name),
    ...field('looks for', `${description}.`, style, width),
    ...field('preset', `${preset}, since ${since}`, style, width),
    ...(severities ? field('severities', severities.join(', '), style, width) : []),
    ...field('how often right', precisionSentence(name), style, width),
    ...meta.limitations.flatMap((id) => field('limitation', `${id}: ${limitations[id].title}`, style, width)),
    ...options.flatMap(([key, { description: text, default: value }]) =>
      field('option', `${key} (default ${JSON.stringify(value)}): ${text ?? ''}`, style, width),
    ),
    ...(related.length > 0 ? field('see also', related.join(', '), style, width) : []),
    ...field('page', docsUrl(name), style, width),
  ];
}

/** What a limitation was, what is left of it today, and how this program sees it. */
export function limitationLines(id: LimitationId, style: Style, width?: number): string[] {
  const { title, consequence, workaround, claim, today, visibility, verdicts, auditorQuestion } = limitations[id];
  const seenBy = rules.filter(({ meta }) => meta.limitations.includes(id)).map(({ meta }) => meta.name);
  const { title: source, url } = sources[claim.source];
  return [
    `${style.bold(id)}  ${title}`,
    ...field('consequence', consequence, style, width),
    ...field('claimed', `${claim.statement} (${source}, ${claim.date}, ${url})`, style, width),
    ...field('today', `${today.status}: ${today.summary} Checked on ${today.checkedOn}.`, style, width),
    ...field('what to do', workaround, style, width),
    ...field('visible in a repo', visibility, style, width),
    ...field('rules', seenBy.join(', ') || 'none', style, width),
    ...(verdicts.clear === null ? [] : field('clear means', verdicts.clear, style, width)),
    ...field('not checked', verdicts.notChecked, style, width),
    ...field('ask the owner', auditorQuestion, style, width),
  ];
}

/** Why a line has the verdicts that it has, and what would change them. */
export function placeLines(place: PlaceExplanation, style: Style, width?: number): string[] {
  const { file, line, zone, sdk, findings, calls, unseen } = place;
  const lines = [
    `${style.bold(printable(`${file}:${line}`))}  ${style.dim(`${zone}, ${sdk === null ? 'SDK version not named' : `SDK ${sdk}`}`)}`,
  ];
  if (unseen !== null) return [...lines, ...field('not analysed', printable(unseen), style, width)];
  for (const facts of calls)
    lines.push('', ...facts.flatMap(([about, text]) => field(about, printable(text), style, width)));
  for (const { finding, changes } of findings) {
    const { rule, severity, confidence, message, evidence, advice, suppression } = finding;
    const off = suppression ? ', suppressed' : '';
    lines.push(
      '',
      `${style.severity(severity)}, ${confidence}${off}  ${rule}`,
      ...field('because', printable(message), style, width),
      ...evidence.flatMap(({ note, location }) =>
        field('evidence', printable(`${location.file}:${location.start.line} ${note}`), style, width),
      ),
      ...changes.flatMap((change) => field('would change', changeText(change), style, width)),
      ...field('what to do', printable(advice), style, width),
    );
  }
  if (findings.length === 0)
    lines.push('', calls.length > 0 ? 'No rule has anything to say against this.' : 'No call and no finding here.');
  return lines;
}

function changeText({ what, becomes }: Change): string {
  return `${what}: ${becomes ? `${becomes.severity}, ${becomes.confidence}` : 'no finding'}`;
}

function field(about: string, text: string, style: Style, width?: number): string[] {
  const [first = '', ...rest] = wrap(text, width === undefined ? undefined : Math.max(20, width - label - 2));
  return [
    `  ${style.dim(about.padEnd(label - 2))}  ${first}`,
    ...rest.map((line) => `${' '.repeat(label + 2)}${line}`),
  ];
}
