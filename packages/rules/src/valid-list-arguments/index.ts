import { defineRule } from '../rule.js';
import { faultsOf } from './faults.js';
import { judge } from './judgement.js';
import { suggestionsFor } from './suggestions.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'valid-list-arguments',
    description: 'disallow arguments of list() and filter() that have no effect',
    limitations: ['data-default-open'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-628',
    precision: 'very-high',
    severities: ['critical', 'high', 'medium', 'low'],
    words: ['list', 'filter'],
    related: ['no-unfiltered-list', 'require-read-limit', 'no-unsupported-operator'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file, sdk }) {
    for (const call of file.entityCalls) {
      // A look-alike client has a signature of its own.
      if (call.zone === 'other' || call.origin === 'shim') continue;
      // A second try with other arguments, for whatever client is there.
      if (call.recovery) continue;
      const entity = app.entities[call.entity.name ?? ''];
      const isField = (key: string) => entity?.fields.some(({ name }) => name === key) ?? false;
      for (const fault of faultsOf(call, isField)) {
        const judged = judge(app, call, fault, sdk);
        if (!judged) continue;
        const evidence = [...(judged.evidence ?? []), ...call.evidence];
        yield { span: fault.span, ...judged, evidence, suggestions: suggestionsFor(call, fault, file.text) };
      }
    }
  },
});
