import {
  wordsOf,
  type EnvFact,
  type FileView,
  type MembershipFact,
  type StorageWrite,
  type Term,
} from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { namesPassword, namesAccessCode } from '../secrets/names.js';
import { isPassFlag } from './flag.js';
import { isSignedInEmail } from './user.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-client-credential-check',
    description: 'disallow deciding in the browser who may pass: passwords, lists of e-mail addresses, stored flags',
    limitations: ['auth-coarse-roles', 'sec-no-vault'],
    preset: 'strict',
    since: '0.2.0',
    cwe: 'CWE-602',
    severities: ['high', 'medium', 'low'],
    precision: 'high',
    words: ['@', 'import.meta', 'localStorage', 'sessionStorage'],
    related: ['no-hardcoded-secret', 'no-secret-in-client-env', 'require-entity-rules', 'require-function-auth'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ file }) {
    if (file.zone !== 'frontend') return;
    for (const read of file.facts.env) if (isComparedPassword(read)) yield passwordFinding(read);
    yield* emailFindings(file);
    yield* flagFindings(file.storageWrites);
  },
});

function isComparedPassword({ compared, name, source }: EnvFact): boolean {
  return compared === true && source === 'import.meta' && (namesPassword(name) || namesAccessCode(name));
}

function passwordFinding({ name, start, end }: EnvFact): RuleFinding {
  return {
    severity: 'high',
    confidence: 'likely',
    message: `The browser compares what is entered with \`${name}\`, which stands in the files of the app, so every visitor can read it, or skip the comparison.`,
    span: { start, end },
    evidence: [],
    advice:
      'Let people sign in, give them a role, and check it in entity rules and backend functions; a password that must be shared is compared in a backend function.',
    suggestions: [],
  };
}

/** One for each file: whoever mends the first mends them all. Those that plainly decide about access come first. */
function* emailFindings({ file, facts }: FileView): Generator<RuleFinding> {
  const asked = facts.memberships.filter(
    ({ values, value }) => values.every(isEmail) && !values.every(isDemo) && isSignedInEmail(value, facts),
  );
  const [first, ...others] = asked.toSorted(
    (a, b) => Number(decidesAccess(b, facts)) - Number(decidesAccess(a, facts)),
  );
  if (!first) return;
  const certain = decidesAccess(first, facts);
  yield {
    severity: certain ? 'medium' : 'low',
    confidence: certain ? 'likely' : 'possible',
    message: `The code in the browser decides by ${first.values.length === 1 ? 'an e-mail address' : 'a list of e-mail addresses'} who may go on, so every visitor can read whom to imitate, and skip the check in the developer tools.`,
    span: { start: first.start, end: first.end },
    evidence: others.map(({ start, end }) => ({ file, start, end, note: 'asks for addresses as well' })),
    advice:
      'Give these users a role (`admin`, or a field that only admins can write), and ask for it in the entity rules and in the backend functions; in the browser it only decides what is shown.',
    suggestions: [],
  };
}

/** On the words of a name, so that nothing is read into `candle` or `mayor`. */
const access =
  /admin|\b(?:(?:is)?owners?|super\w*|allow\w*|authori[sz]\w*|access|permi\w*|may|can|cannot|bypass\w*|whitelist\w*|managers?|staff|is dev|developers?|root|masters?|privileg\w*)\b/;

/** By the name of the list or of the answer, or because the code leaves where it does not hold. */
function decidesAccess(
  { list, name, negated, start, end }: MembershipFact,
  { functions, guards }: FileView['facts'],
): boolean {
  if ([list, name].some((one) => access.test(wordsOf(one ?? '').join(' ')))) return true;
  // `items.filter((item) => { if (item.internal && user.email !== …) return false; … })` leaves out entries of a list.
  const isPerElement = (fn: number) => functions[fn]?.uses.some(({ kind }) => kind === 'each') ?? false;
  return (
    negated &&
    guards.some((guard) => guard.kind === 'exit' && guard.start <= start && end <= guard.end && !isPerElement(guard.fn))
  );
}

/** The account of a demonstration opens nothing. */
function isDemo(email: string): boolean {
  return /^(?:demo|test|guest|example|noreply)\b|@(?:example|test|demo)\.|\.(?:local|test|example)$/i.test(email);
}

function* flagFindings(writes: readonly StorageWrite[]): Generator<RuleFinding> {
  const seen = new Set<string>();
  for (const { keys, value, span, area } of writes) {
    const key = keys.find(isPassFlag);
    if (key === undefined || seen.has(key) || !isYes(value)) continue;
    seen.add(key);
    yield {
      severity: 'medium',
      confidence: 'possible',
      message: `\`${key}\` in ${area} lets people past a check, so anyone who sets it in the developer tools gets past it too.`,
      span,
      evidence: [],
      advice:
        'Let entity rules and backend functions decide what this user may see and do; keep the flag for comfort only.',
      suggestions: [],
    };
  }
}

function isYes(value: Term): boolean {
  return value.t === 'literal' && /^(?:true|1|yes|ok|granted)$/i.test(String(value.value));
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
}
