import { defineRule } from '../rule.js';
import { ofData, ofQuery, ofSort, sortField, unknownAmong } from './findings.js';
import { queryKeys, writtenKeys } from './keys.js';
import { schemaOf, topField } from './schema-fields.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-unknown-field',
    description: 'disallow fields that the schema of an entity does not declare',
    limitations: ['faq-agent-hallucination', 'exit-github-beta'],
    preset: 'recommended',
    since: '0.2.0',
    precision: 'high',
    words: ['create', 'update', 'bulk', 'upsert', 'filter', 'list', 'deleteMany', 'count'],
    related: ['no-unknown-entity', 'no-unsupported-operator', 'no-unmatchable-rule'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file }) {
    for (const call of file.entityCalls) {
      const schema = call.zone === 'other' || call.origin === 'shim' ? undefined : schemaOf(app, call);
      if (!schema) continue;
      const asked = unknownAmong(queryKeys(call), schema);
      if (asked.length > 0) yield ofQuery(asked, call, schema, file);
      const written = unknownAmong(writtenKeys(call, file.facts), schema);
      if (written.length > 0) yield ofData(written, call, schema, file);
      const sorted = sortField(call);
      if (sorted && !schema.names.has(topField(sorted))) yield ofSort(sorted, call, schema);
    }
  },
});
