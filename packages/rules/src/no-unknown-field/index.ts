import type { App, FileView } from '@base44-lint/model';
import { defineRule } from '../rule.js';
import { ofData, ofQuery, ofSort, sortField, unknownAmong } from './findings.js';
import { gathered, type Flaw } from './gathered.js';
import { queryKeys, writtenKeys } from './keys.js';
import { schemaOf, topField } from './schema-fields.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-unknown-field',
    description: 'disallow fields that the schema of an entity does not declare',
    limitations: ['faq-agent-hallucination', 'exit-github-beta'],
    preset: 'recommended',
    since: '0.2.0',
    severities: ['medium', 'low'],
    precision: 'high',
    words: ['create', 'update', 'bulk', 'upsert', 'filter', 'list', 'deleteMany', 'count'],
    related: ['no-unknown-entity', 'no-unsupported-operator', 'no-unmatchable-rule'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  // In an editor each call tells its own; a scan tells each field once.
  *checkCode({ app, file }) {
    if (!app.used) for (const { finding } of flawsIn(app, file)) yield finding;
  },

  *checkApp({ app, files }) {
    if (app.used) yield* gathered(files.flatMap((file) => flawsIn(app, file)));
  },
});

function flawsIn(app: App, file: FileView): readonly Flaw[] {
  return file.entityCalls.flatMap((call) => {
    const schema = call.zone === 'other' || call.origin === 'shim' ? undefined : schemaOf(app, call);
    if (!schema) return [];
    const asked = unknownAmong(queryKeys(call), schema);
    const written = unknownAmong(writtenKeys(call, file.facts), schema);
    const sorted = sortField(call);
    return [
      ...(asked.length > 0 ? [ofQuery(asked, call, schema, file)] : []),
      ...(written.length > 0 ? [ofData(written, call, schema, file)] : []),
      ...(sorted && !schema.names.has(topField(sorted)) ? [ofSort(sorted, call, schema)] : []),
    ];
  });
}
