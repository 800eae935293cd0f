import { defineRule } from '../rule.js';
import { callFindings } from './call-findings.js';
import { schemaFindings } from './schema-findings.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-self-promotion',
    description: 'disallow rights that depend on fields which users may set on their own record',
    limitations: ['auth-coarse-roles'],
    preset: 'strict',
    since: '0.2.0',
    severities: ['high', 'medium', 'low'],
    cwe: 'CWE-269',
    precision: 'high',
    words: ['updateMe'],
    related: ['require-entity-rules', 'no-unmatchable-rule'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkJson({ app, document }) {
    if (document.entity) yield* schemaFindings(app, document, document.entity);
  },

  *checkCode({ app, file }) {
    yield* callFindings(app, file);
  },
});
