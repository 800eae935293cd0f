import type { App, FileView, SdkVersion } from '@base44-lint/model';
import type { RuleFinding, Severity } from '../finding.js';
import { paidWords } from '../judge/paid.js';
import { worse } from '../judge/read-severity.js';
import { defineRule } from '../rule.js';
import { openFunctionFinding } from './open-function.js';
import { repetitionsOf } from './repetition.js';
import { selfTriggers } from './self-trigger.js';
import { spendingIn, type Spending } from './spending.js';
import { verdictOf } from './verdict.js';
import { adviceFor, evidenceFor, messageFor } from './wording.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-repeated-paid-call',
    description:
      'disallow calls that cost credits in loops, timers, effects, open functions and automations that start themselves',
    limitations: ['perf-credit-load'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-770',
    severities: ['high', 'medium', 'low'],
    precision: 'high',
    words: [...paidWords, 'functions', 'update', 'Update', 'create', 'Create', 'upsert'],
    related: ['no-tight-polling', 'require-function-auth'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file, sdk }) {
    if (file.zone === 'other') return;
    yield* spendingFindings(app, file, sdk);
    yield* selfTriggers(app, file);
  },
});

/** One finding for each place that repeats paid calls of a kind, and one for each open function. */
function spendingFindings(app: App, file: FileView, sdk: SdkVersion): readonly RuleFinding[] {
  const found = new Map<string, RuleFinding>();
  const keep = (key: string, finding: RuleFinding) => {
    const other = found.get(key);
    if (!other || isWorse(finding.severity, other.severity)) found.set(key, finding);
  };
  for (const spending of spendingIn(file)) {
    for (const { key, finding } of repeatedFindings(spending, sdk, file.text))
      keep(`${key} ${spending.paid.kind}`, finding);
    const open = openFunctionFinding(app, spending, file);
    if (open) keep('open', open);
  }
  return [...found.values()];
}

/** A helper that many files call repeats for each of them; so many are told. */
const MAX_REPETITIONS = 5;

/** The worst of what repeats a place; of a helper also what repeats it in other files. */
function repeatedFindings(
  spending: Spending,
  sdk: SdkVersion,
  text: string,
): readonly { readonly key: string; readonly finding: RuleFinding }[] {
  const judged = repetitionsOf(spending, text).flatMap((repetition) => {
    const verdict = verdictOf(spending, repetition);
    return verdict ? [{ repetition, verdict }] : [];
  });
  const [first, ...rest] = judged;
  if (!first) return [];
  const worst = rest.reduce((best, one) => (isWorse(one.verdict.severity, best.verdict.severity) ? one : best), first);
  const elsewhere = judged.filter((one) => one !== worst && one.repetition.place.file !== spending.file);
  return [worst, ...elsewhere].slice(0, MAX_REPETITIONS).map(({ repetition, verdict }) => ({
    key: `${repetition.place.file}:${repetition.place.start}`,
    finding: {
      severity: verdict.severity,
      confidence: verdict.confidence,
      message: messageFor(spending, verdict),
      span: spending.span,
      evidence: evidenceFor(spending, repetition),
      advice: adviceFor(spending, repetition, sdk),
      suggestions: [],
    },
  }));
}

const isWorse = (a: Severity, b: Severity): boolean => a !== b && worse(a, b) === a;
