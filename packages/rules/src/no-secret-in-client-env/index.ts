import type { EnvFact } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { judgeVariable } from './variable.js';

interface Options {
  /** Variables whose values are known to be public. */
  readonly ignoreNames: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-secret-in-client-env',
    description: 'disallow reading secrets from build-time variables in browser code',
    limitations: ['sec-no-vault'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-200',
    severities: ['high', 'medium', 'low'],
    precision: 'high',
    words: ['import.meta', 'process.env'],
    related: ['no-hardcoded-secret', 'no-client-credential-check'],
    schema: {
      type: 'object',
      properties: {
        ignoreNames: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Variables whose values are known to be public.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { ignoreNames: [] },

  *checkCode({ file, options }) {
    if (file.zone !== 'frontend') return;
    const seen = new Set<string>();
    for (const read of file.facts.env) {
      // The second read of a variable publishes nothing new.
      if (seen.has(read.name) || options.ignoreNames.includes(read.name)) continue;
      seen.add(read.name);
      const finding = judge(read);
      if (finding) yield finding;
    }
  },
});

function judge(read: EnvFact): RuleFinding | null {
  const variable = judgeVariable(read);
  if (!variable) return null;
  const { name } = read;
  const { holds, certain, published } = variable;
  return {
    severity: !certain ? 'low' : published ? 'high' : 'medium',
    confidence: certain ? 'likely' : 'possible',
    message: published
      ? `\`${name}\` is written into the JavaScript of the app, so every visitor can read ${holds} and use it in the owner's name.`
      : `\`${name}\` is empty in the browser, because the build tool only passes on names with its own prefix, and that prefix would show ${holds} to every visitor.`,
    span: { start: read.start, end: read.end },
    evidence: [],
    advice: `Keep it in the secrets of the app, read it in a backend function with \`Deno.env.get('${variable.plainName}')\`, and let the browser call that function; replace the value where the app was ever published.`,
    suggestions: [],
  };
}
