import { propertyOf, type JsonDocument, type Span } from '@base44-lint/model';
import type { Confidence, RuleFinding } from '../finding.js';
import { headOf, keyNode, spanOf } from '../judge/document.js';
import { isOnPlatform } from '../judge/platform.js';
import { defineRule } from '../rule.js';
import { verdictOf, type Opening, type Verdict } from './openings.js';
import { adviceOf, sentenceOf } from './sentence.js';
import { suggestionsFor } from './suggest.js';

interface Options {
  /** Entities that everyone may read. */
  readonly publicEntities: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'require-entity-rules',
    description: 'require rules that keep the rows of an entity to those they are meant for',
    limitations: ['data-default-open'],
    preset: 'recommended',
    since: '0.2.0',
    severities: ['critical', 'high', 'medium', 'low', 'info'],
    cwe: 'CWE-862',
    precision: 'high',
    words: [],
    related: ['no-unfiltered-list', 'no-unmatchable-rule', 'no-self-promotion'],
    schema: {
      type: 'object',
      properties: {
        publicEntities: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Entities that everyone may read; open writing is reported all the same.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { publicEntities: [] },

  *checkJson({ app, document, options }) {
    const { entity } = document;
    // The platform has rules of its own for users.
    if (!entity || entity.name === 'User') return;
    const verdict = verdictOf(app, entity, new Set([...options.publicEntities, ...app.settings.publicEntities]));
    if (!verdict) return;
    yield {
      severity: verdict.severity,
      confidence: isOnPlatform(app, entity.name) ? confidenceOf(verdict) : 'possible',
      message: sentenceOf(app, entity, verdict),
      span: placeOfOpening(document, verdict.openings[0] as Opening),
      evidence: verdict.openings.slice(1).flatMap(({ access }): RuleFinding['evidence'] => {
        const isSame = access.place?.start === verdict.openings[0]?.access.place?.start;
        return access.place && !isSame ? [{ ...access.place, note: access.reason }] : [];
      }),
      advice: adviceOf(app, entity, verdict),
      suggestions: suggestionsFor(document, entity, verdict),
    };
  },
});

function confidenceOf({ openings, content }: Verdict): Confidence {
  const [worst] = openings;
  return worst?.access.kind === 'open' && (content === 'secret' || content === 'personal') ? 'certain' : 'likely';
}

/** The smallest thing that is wrong: the key of the open operation, the `rls` key without one, the name without `rls`. */
function placeOfOpening(document: JsonDocument, { operation, access }: Opening): Span {
  const rls = propertyOf(document.root, 'rls')?.children?.[1];
  const key =
    keyNode(rls, access.viaWrite ? 'write' : operation) ??
    (access.shape === 'no-rls' ? undefined : keyNode(document.root, 'rls'));
  return key ? spanOf(key) : headOf(document);
}
