import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { isGuarded } from './guarding.js';
import { pairOf, type Pair } from './pairs.js';
import { adviceFor, messageFor } from './words.js';
import { writesByFunction } from './writes.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-unguarded-multi-write',
    description: 'disallow changing a balance or stock together with another record without a way back',
    limitations: ['data-no-transactions'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-460',
    severities: ['medium'],
    precision: 'high',
    words: ['update'],
    related: ['no-lost-update'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file, sdk }) {
    for (const writes of writesByFunction(file)) {
      const pair = pairOf(writes, app, file);
      if (pair && !isGuarded(pair, writes, file)) yield finding(pair, sdk.version);
    }
  },
});

function finding(pair: Pair, version: string | null): RuleFinding {
  const { first, second, answered } = pair;
  return {
    severity: 'medium',
    confidence: answered ? 'possible' : 'likely',
    message: messageFor(pair),
    span: second.span,
    evidence: [{ file: first.file, ...first.span, note: 'is written before and stays' }, ...second.evidence],
    advice: adviceFor(version),
    suggestions: [],
  };
}
