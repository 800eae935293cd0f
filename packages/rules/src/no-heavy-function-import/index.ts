import { packageName } from '../no-unsupported-runtime-api/host.js';
import { defineRule } from '../rule.js';
import { heavyPackage } from './packages.js';

interface Options {
  /** Packages whose weight is accepted. */
  readonly allow: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-heavy-function-import',
    description: 'disallow packages in backend functions whose weight makes cold starts slow',
    limitations: ['arch-cold-start', 'faq-js-only-backend'],
    preset: 'strict',
    since: '0.2.0',
    precision: 'high',
    words: ['import', 'require'],
    related: ['no-unsupported-runtime-api'],
    schema: {
      type: 'object',
      properties: {
        allow: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Packages whose weight is accepted.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { allow: [] },

  *checkCode({ file, options }) {
    if (file.zone !== 'function' && file.zone !== 'shared') return;
    const seen = new Set(options.allow);
    for (const { from, dynamic, typeOnly, start, end } of file.imports) {
      const name = typeOnly ? null : packageName(from);
      const heavy = name === null || seen.has(name) ? null : heavyPackage(name);
      if (name === null || !heavy) continue;
      seen.add(name);
      yield {
        severity: dynamic ? 'info' : 'low',
        confidence: 'likely',
        message: `\`${name}\` unpacks to ${heavy.megabytes} MB, so the first call after a pause waits until ${dynamic ? 'this branch has loaded it' : 'it is loaded'}, and the function comes near the limit of what can be deployed.`,
        span: { start, end },
        evidence: [],
        advice: heavy.instead,
        suggestions: [],
      };
    }
  },
});
