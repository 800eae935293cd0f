import type { EntityCall, SdkVersion } from '@base44-lint/model';
import type { RuleFinding, Suggestion } from '../finding.js';
import { listed } from '../judge/listed.js';
import { defineRule } from '../rule.js';
import { documented, documentedSince, isDocumented, replacementFor, sameAs } from './operators.js';
import { operatorsOf, type OperatorUse } from './query-operators.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-unsupported-operator',
    description: 'disallow query operators that Base44 does not have',
    limitations: ['data-operators'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-684',
    precision: 'very-high',
    severities: ['medium', 'low'],
    words: ['$'],
    related: ['valid-list-arguments'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ file, sdk }) {
    for (const call of file.entityCalls) {
      // A look-alike client may know operators of its own.
      if (call.zone === 'other' || call.origin === 'shim') continue;
      const uses = operatorsOf(call, file.text);
      for (const use of uses) if (!isDocumented(use.name)) yield unsupported(call, use, file.text);
      const newer = newerThan(call, uses, sdk);
      if (newer) yield newer;
    }
  },
});

function unsupported(call: EntityCall, use: OperatorUse, text: string): RuleFinding {
  const { name, span } = use;
  // MongoDB has it beside `$regex`; no version documents it, and no answer of the server tells whether it counts.
  const isCompanion = name === '$options';
  return {
    severity: isCompanion ? 'low' : 'medium',
    confidence: isCompanion ? 'possible' : call.origin === 'sdk' ? 'certain' : 'likely',
    message: isCompanion
      ? 'No SDK version documents `$options`, so this search may tell upper from lower case although it is told not to.'
      : `Queries of Base44 have no \`${name}\`, so ${outcomeOf(call)}.`,
    span,
    evidence: call.evidence,
    advice: isCompanion
      ? 'Write both cases into the pattern (`[Aa]nna`), or keep a lower-case copy of the field and search that.'
      : `Instead, ${replacementFor(name)}; the documented operators are ${documented.join(', ')}.`,
    suggestions: renamed(use, text),
  };
}

/** Another spelling of an operator that there is, where the key itself stands in this file. */
function renamed({ name, span }: OperatorUse, text: string): readonly Suggestion[] {
  const same = sameAs(name);
  const written = text.slice(span.start, span.end);
  if (!same || !/^['"]?\$\w+['"]?$/.test(written)) return [];
  return [
    {
      title: `Write \`${same}\` (the call then reaches only rows that meet the condition)`,
      edits: [{ ...span, text: written.replace(name, () => same) }],
    },
  ];
}

function outcomeOf({ method }: EntityCall): string {
  if (method === 'deleteMany') return 'this fails, or deletes rows without regard to the condition';
  if (method === 'updateMany') return 'this fails, or changes rows without regard to the condition';
  return 'this fails, or answers with rows that do not meet the condition';
}

/** Operators that the pinned version sends but does not document: one finding a call. */
function newerThan(call: EntityCall, uses: readonly OperatorUse[], sdk: SdkVersion): RuleFinding | null {
  // A range may resolve to any later version.
  if (sdk.source === 'range') return null;
  const newer = uses.flatMap((use) => {
    const since = documentedSince(use.name, call.method, sdk.version);
    return since === null ? [] : [{ ...use, since }];
  });
  const [first] = newer;
  if (!first) return null;
  const names = [...new Set(newer.map(({ name }) => `\`${name}\``))];
  return {
    severity: 'low',
    confidence: 'possible',
    message: `SDK ${sdk.version} hands ${listed(names)} to the server without naming ${names.length > 1 ? 'them' : 'it'} anywhere, so neither types nor documentation say what comes back.`,
    span: first.span,
    evidence: sdk.place ? [{ ...sdk.place, note: `pins SDK ${sdk.version}` }] : [],
    advice: `Pin SDK ${first.since} or later, whose documentation names ${names.length > 1 ? 'these operators' : 'this operator'}.`,
    suggestions: [],
  };
}
