import { relativeTo, zoneOf, type App, type FileView, type StringFact, type Zone } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { isInComment } from '../secrets/comments.js';
import { detectByContext, type ContextDetection } from '../secrets/context.js';
import { detectByFormat } from '../secrets/detect.js';
import { googleWeight } from '../secrets/google.js';
import { placeOf } from '../secrets/places.js';
import { looksRandom } from '../secrets/shape.js';
import { detectByName, isFirebaseConfig, textKindOf, type TextKind } from '../secrets/text-files.js';
import type { Detection } from '../secrets/types.js';
import { suggestionsFor } from './suggest.js';
import { findingOf } from './text.js';

interface Options {
  /** Names of constants, properties and variables whose values are known to be public. */
  readonly ignoreNames: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-hardcoded-secret',
    description: 'disallow secrets in code, workflow files and committed environment files',
    limitations: ['sec-no-vault'],
    preset: 'recommended',
    since: '0.1.0',
    cwe: 'CWE-798',
    severities: ['critical', 'high', 'medium', 'low'],
    precision: 'high',
    words: [],
    related: ['no-client-credential-check', 'no-secret-in-client-env', 'no-sensitive-field'],
    schema: {
      type: 'object',
      properties: {
        ignoreNames: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Names of constants, properties and variables whose values are known to be public.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { ignoreNames: [] },

  *checkCode({ app, file, options }) {
    // An app that lies in a folder called `examples` is no example itself.
    const place = placeOf(file.zone, relativeTo(file.file, app.root));
    for (const { detection, fact } of detectInCode(file)) {
      if (fact?.name && options.ignoreNames.includes(fact.name)) continue;
      const comment = fact === undefined && isInComment(file.text, detection.span.start);
      const finding = findingOf(detection, { place, comment, span: literalSpan(detection, fact) });
      if (finding) yield { ...finding, suggestions: suggestionsFor(detection, fact, file, place) };
    }
  },

  *checkText({ app, file, text, options }) {
    const kind = textKindOf(file);
    if (kind === null || isFirebaseConfig(file, text)) return;
    for (const detection of merged(detectByFormat(text, file), detectByName(kind, file, text), text)) {
      const line = text.slice(text.lastIndexOf('\n', detection.span.start - 1) + 1, detection.span.start);
      if (options.ignoreNames.some((ignored) => line.includes(ignored))) continue;
      const finding = findingOf(detection, {
        place: placeOf(
          kind === 'env' ? zoneOfVariable(line) : zoneOfText(app, file, kind, detection),
          relativeTo(file, app.root),
        ),
        comment: kind !== 'text' && /^\s*(?:#|\/\/)/.test(line),
        span: detection.span,
        file,
      });
      if (finding) yield finding;
    }
  },
});

/** Build tools publish the variables of these names with the browser code. */
function zoneOfVariable(line: string): Zone {
  return /^\s*(?:export\s+)?(?:VITE|NEXT_PUBLIC|REACT_APP|EXPO_PUBLIC)_/.test(line) ? 'frontend' : 'function';
}

/** The platform reads what lies in the backend's folder and serves pages and `public`; other files run or configure things. */
function zoneOfText(app: App, file: string, kind: TextKind, { value }: Detection): Zone {
  if (app.backend !== undefined && file.startsWith(`${app.backend}/`)) return 'function';
  const path = relativeTo(file, app.root);
  if (path.startsWith('public/')) return 'frontend';
  if (kind === 'json' || /\.html?$/i.test(path)) return zoneOf(app, file);
  // What a deployment is given works somewhere; a short password there is mostly that of a local database.
  return kind === 'config' && looksRandom(value) ? 'function' : 'other';
}

interface Found {
  readonly detection: ContextDetection;
  /** The literal that holds it, where the file's facts have one. */
  readonly fact: StringFact | undefined;
}

function detectInCode({ text, file, strings }: FileView): readonly Found[] {
  const byContext = strings.map((fact) => detectByContext(fact, text)).filter((one) => one !== null);
  const all = merged(detectByFormat(text, file), byContext, text);
  return all.map((detection) => ({ detection, fact: strings.find((fact) => contains(fact, detection)) }));
}

function contains(fact: StringFact, { span }: Detection): boolean {
  return fact.start <= span.start && span.end <= fact.end;
}

/**
 * Both, in order and one for each place: what is known by its format is not judged again by its name, not even where
 * its surroundings show that it is public.
 */
function merged(
  byFormat: readonly Detection[],
  byContext: readonly ContextDetection[],
  text: string,
): readonly ContextDetection[] {
  const rest = byContext.filter(
    ({ span }) => !byFormat.some((other) => other.span.start < span.end && span.start < other.span.end),
  );
  return [...byFormat, ...rest]
    .flatMap((detection) => weighed(detection, text) ?? [])
    .sort((a, b) => a.span.start - b.span.start);
}

/** With the weight that its surroundings give it; null where they show that it is public. */
function weighed(detection: ContextDetection, text: string): ContextDetection | null {
  if (detection.label !== 'Google API key') return detection;
  const weight = googleWeight(text, detection);
  return weight === null ? null : { ...detection, weight };
}

/** The literal with its quotes where it is nothing but the secret; otherwise the secret alone. */
function literalSpan({ span, value }: Detection, fact: StringFact | undefined): RuleFinding['span'] {
  return fact?.value === value ? { start: fact.start, end: fact.end } : span;
}
