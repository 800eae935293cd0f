import type { StorageWrite, Term } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { kindOfKey, type Kind } from './key.js';

interface Options {
  /** Keys whose values open nothing. */
  readonly ignoreKeys: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-token-in-web-storage',
    description: 'disallow keeping tokens, keys and passwords in the storage of the browser',
    limitations: ['auth-jwt-localstorage'],
    preset: 'strict',
    since: '0.2.0',
    cwe: 'CWE-922',
    severities: ['high', 'medium', 'low'],
    precision: 'high',
    words: ['localStorage', 'sessionStorage'],
    related: ['no-unsafe-html', 'no-client-credential-check'],
    schema: {
      type: 'object',
      properties: {
        ignoreKeys: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Keys whose values open nothing.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { ignoreKeys: [] },

  *checkCode({ file, options }) {
    if (file.zone !== 'frontend') return;
    const seen = new Set<string>();
    for (const write of file.storageWrites) {
      const key = write.keys.find((name) => kindOfKey(name) !== null && !options.ignoreKeys.includes(name));
      const kind = key === undefined ? null : kindOfKey(key);
      // One place tells; the others are mended with it.
      if (!kind || key === undefined || seen.has(key) || isOwnMark(write.value)) continue;
      seen.add(key);
      yield findingOf(write, key, kind);
    }
  },
});

/** `'1'`, `Date.now().toString()`: a mark of the page's own, whatever its name says. */
function isOwnMark(value: Term): boolean {
  switch (value.t) {
    case 'literal':
      return true;
    case 'global':
      return /^(?:Date|Math|String|Number|crypto)$/.test(value.name);
    case 'get':
      return isOwnMark(value.of);
    case 'call':
      return isOwnMark(value.callee) && value.args.every(isOwnMark);
    // `Math.random().toString(36) + Date.now()`
    case 'mix':
      return value.of.length > 0 && value.of.every(isOwnMark);
    case 'template':
      return value.parts.every(isOwnMark);
    default:
      return false;
  }
}

const harm: Readonly<Record<Kind, Pick<RuleFinding, 'severity'> & { readonly what: string; readonly then: string }>> = {
  password: { severity: 'high', what: 'a password', then: 'reads it in plain text and can sign in with it anywhere' },
  token: { severity: 'medium', what: 'a token', then: 'can take it and act as this user until it expires' },
  key: { severity: 'medium', what: 'a key', then: "can take it and use the service in its owner's name" },
  invite: { severity: 'low', what: 'an invitation token', then: 'can accept it in place of the person invited' },
};

function findingOf({ span, area }: StorageWrite, key: string, kind: Kind): RuleFinding {
  const { severity, what, then } = harm[kind];
  return {
    severity,
    confidence: 'likely',
    message: `\`${key}\` keeps ${what} in ${area}, so any script on the page and any browser extension ${then}.`,
    span,
    evidence: [],
    advice:
      kind === 'invite'
        ? 'Carry it in the address through the sign-in instead, make it valid once and for a short time, and remove it after use.'
        : kind === 'token'
          ? "Leave the session to the SDK's sign-in where it can be; otherwise keep the token in memory, make it short-lived, and let a backend function hold what renews it."
          : 'Keep it in the secrets of the app and use it in a backend function; the browser never needs to hold it.',
    suggestions: [],
  };
}
