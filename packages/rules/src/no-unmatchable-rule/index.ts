import type { Confidence, Severity, Suggestion } from '../finding.js';
import { within } from '../judge/document.js';
import { isOnPlatform } from '../judge/platform.js';
import { defineRule } from '../rule.js';
import { problemsOf, type Problem } from './problems.js';
import { adviceOf, meantBy, messageOf } from './words.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-unmatchable-rule',
    description: 'disallow conditions of entity rules that match nothing, everything, or nobody knows what',
    limitations: ['data-default-open'],
    preset: 'recommended',
    since: '0.2.0',
    severities: ['medium', 'low'],
    cwe: 'CWE-863',
    precision: 'high',
    words: [],
    related: ['require-entity-rules', 'valid-schema'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkJson({ app, document: { entity } }) {
    // What a schema says of users has no documented effect: the model finds no issues there.
    if (!entity) return;
    for (const problem of problemsOf(app, entity)) {
      const { issue, places } = problem;
      const meant = meantBy(issue, entity);
      yield {
        severity: severityOf(problem),
        confidence: isOnPlatform(app) ? confidenceOf(problem) : 'possible',
        message: messageOf(app, entity, problem),
        span: within(issue.place),
        evidence: places
          .filter(({ start }) => start !== issue.place.start)
          .map((place) => ({ ...place, note: 'the same in another rule' })),
        advice: adviceOf(problem, meant),
        suggestions: meant === undefined ? [] : suggestion(problem, meant),
      };
    }
  },
});

/** Outside the documents, but apps in use are written so. */
function isUnsure({ kind, effect }: Problem['issue']): boolean {
  return (
    kind === 'role' ||
    kind === 'bare-field' ||
    kind === 'unconfirmed-operator' ||
    (kind === 'built-in-field' && effect === 'unknown')
  );
}

function severityOf({ issue, outcome }: Problem): Severity {
  const { kind, text } = issue;
  if (outcome === 'alternative') return 'low';
  if (isUnsure(issue)) return 'low';
  // A list of roles is what its author meant; only the validator may refuse it.
  return kind === 'user-operator' && (text === '$in' || text === '$eq') ? 'low' : 'medium';
}

function confidenceOf({ issue }: Problem): Confidence {
  return isUnsure(issue) ? 'possible' : 'likely';
}

/** Replaces the key or value in all its places. A combinator that looks like an operator stands in the wrong place: no rewrite. */
function suggestion({ issue, places }: Problem, meant: string): readonly Suggestion[] {
  if (issue.kind === 'combinator' || issue.kind === 'operator') return [];
  const written = issue.kind === 'template' || issue.kind === 'mismatch' ? `{{${issue.text}}}` : issue.text;
  return [
    {
      title: `Replace \`${written}\` with \`${meant}\`; those whom the rule means gain access`,
      edits: places.map(({ start, end }) => ({ start, end, text: JSON.stringify(meant) })),
    },
  ];
}
