import { maximumReadLimit, supports } from '@base44-lint/catalog';
import type { App, EntityCall, SdkVersion, Span, Term } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { nameIn } from '../judge/entity.js';
import { asUsed } from '../judge/in-use.js';
import { defaultInWords, extentOf, isCount, pagingAdvice } from '../judge/read-extent.js';
import { defineRule } from '../rule.js';

/** Reads of fewer rows look for examples, not for a total. */
const FEW = 100;

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-over-limit-read',
    description: 'disallow reads that take a cut table for the whole one',
    limitations: ['data-5000-cap'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-1284',
    precision: 'very-high',
    severities: ['medium', 'low', 'info'],
    words: ['list', 'filter'],
    related: ['require-read-limit'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file, sdk }) {
    for (const call of file.entityCalls) {
      // The cap is that of Base44's own server.
      if (call.zone === 'other' || call.origin === 'shim' || (call.method !== 'list' && call.method !== 'filter'))
        continue;
      const found = overLimit(app, call, sdk) ?? total(app, call, sdk) ?? atLimit(app, call, sdk);
      if (found) yield asUsed(app, file.file, { suggestions: [], ...found, evidence: call.evidence });
    }
  },
});

type Found = Omit<RuleFinding, 'suggestions' | 'evidence'>;

/** More rows asked for than any read returns. */
function overLimit(app: App, call: EntityCall, sdk: SdkVersion): Found | null {
  const { term, span } = limitOf(call);
  const numbers = term ? numbersIn(term) : [];
  const most = Math.max(...numbers);
  if (numbers.length === 0 || most <= maximumReadLimit) return null;
  const few = extentOf(app, call) === 'narrow' || contentOf(app, call.entity.name) === 'reference';
  return {
    severity: few ? 'low' : 'medium',
    confidence: numbers.length === 1 && call.origin === 'sdk' ? 'certain' : 'likely',
    message: `This asks for ${figure(most)} rows of ${nameIn(call)} and no read returns more than ${figure(maximumReadLimit)}, so whatever is beyond that is missing without an error.`,
    span,
    advice: `${capital(pagingAdvice(call, supports(sdk.version, 'entities.list.cursor')))}.`,
  };
}

/** As many rows as one read returns at most, and nobody asks for the next ones. */
function atLimit(app: App, call: EntityCall, sdk: SdkVersion): Found | null {
  if (call.limit !== maximumReadLimit || call.skip || call.execution.loops.some(({ kind }) => kind !== 'each'))
    return null;
  const extent = extentOf(app, call);
  if (extent === 'narrow') return null;
  const grows = extent === 'whole' && contentOf(app, call.entity.name) !== 'reference';
  return {
    severity: grows ? 'low' : 'info',
    confidence: 'likely',
    message: `This reads the ${figure(maximumReadLimit)} rows that one read returns at most, and nothing tells when ${nameIn(call)} has more.`,
    span: limitOf(call).span,
    advice: `${capital(pagingAdvice(call, supports(sdk.version, 'entities.list.cursor')))}.`,
  };
}

/** Rows read for their number alone: the number stops at the limit. */
function total(app: App, call: EntityCall, sdk: SdkVersion): Found | null {
  if (!isCount(call) || call.skip || extentOf(app, call) === 'narrow') return null;
  if (call.limit === 'unknown' || (call.limit !== null && call.limit < FEW)) return null;
  const limit = call.limit === null ? defaultInWords(sdk) : figure(call.limit);
  return {
    severity: 'low',
    confidence: 'likely',
    message: `This reads rows of ${nameIn(call)} to count them, so the number never exceeds ${limit}, however many there are.`,
    span: call.span,
    advice: countAdvice(call, sdk),
  };
}

function countAdvice(call: EntityCall, sdk: SdkVersion): string {
  const count = call.method === 'filter' && call.query.kind === 'keys' ? '`count(query)`' : '`count()`';
  switch (supports(sdk.version, 'entities.count')) {
    case 'yes':
      return `Ask for the number alone: ${count}.`;
    case 'no':
      return `Move to SDK 0.8.49, which has ${count}; until then read all pages with \`skip\`.`;
    default:
      return `From SDK 0.8.49 ask for the number alone with ${count}; before that read all pages with \`skip\`.`;
  }
}

/** The limit argument: the third of `filter`, the second of `list`, or a member of the options object. */
function limitOf(call: EntityCall): { readonly term: Term | undefined; readonly span: Span } {
  const order = call.method === 'list' ? 0 : 1;
  const options = call.args[order];
  const index = options?.t === 'object' ? order : order + 1;
  const term = options?.t === 'object' ? options.props.find(([key]) => key === 'limit')?.[1] : call.args[index];
  return { term, span: call.argSpans[index] ?? call.span };
}

/** The numbers that a limit may be, as far as they are written out. */
function numbersIn(term: Term): readonly number[] {
  if (term.t === 'any') return term.of.flatMap(numbersIn);
  return term.t === 'literal' && typeof term.value === 'number' ? [term.value] : [];
}

const figure = (rows: number): string => rows.toLocaleString('en-US');
const capital = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);
