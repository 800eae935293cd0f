import type { FileView, StringFact, Zone } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { isInComment } from '../secrets/comments.js';
import { detectByContext, type ContextDetection } from '../secrets/context.js';
import { detectByFormat } from '../secrets/detect.js';
import { detectInEnv, detectInJson } from '../secrets/files.js';
import { googleWeight } from '../secrets/google.js';
import { placeOf } from '../secrets/places.js';
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

  *checkCode({ file, options }) {
    const place = placeOf(file.zone, file.file);
    for (const { detection, fact } of detectInCode(file)) {
      if (fact?.name && options.ignoreNames.includes(fact.name)) continue;
      const comment = fact === undefined && isInComment(file.text, detection.span.start);
      const finding = findingOf(detection, { place, comment, span: literalSpan(detection, fact) });
      if (finding) yield { ...finding, suggestions: suggestionsFor(detection, fact, file, place) };
    }
  },

  *checkText({ file, text, options }) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const isEnv = /^\.env(?:\..+)?$/.test(name);
    if (!isEnv && !(/\.jsonc?$/i.test(name) && !/lock/.test(name))) return;
    const isSchema = /(?:^|\/)entities\//.test(file);
    const byName = isEnv ? detectInEnv(text) : isSchema ? [] : detectInJson(text);
    for (const detection of merged(known(detectByFormat(text, file), text), [...byName])) {
      const line = text.slice(text.lastIndexOf('\n', detection.span.start - 1) + 1, detection.span.start);
      if (options.ignoreNames.some((ignored) => line.includes(ignored))) continue;
      const inBrowser = isEnv && /^\s*(?:export\s+)?(?:VITE|NEXT_PUBLIC|REACT_APP|EXPO_PUBLIC)_/.test(line);
      const zone: Zone = inBrowser ? 'frontend' : 'function';
      const finding = findingOf(detection, {
        place: placeOf(zone, file),
        comment: /^\s*(?:#|\/\/)/.test(line),
        span: detection.span,
        file,
      });
      if (finding) yield finding;
    }
  },
});

interface Found {
  readonly detection: ContextDetection;
  /** The literal that holds it, where the file's facts have one. */
  readonly fact: StringFact | undefined;
}

function detectInCode({ text, file, strings }: FileView): readonly Found[] {
  const byContext = strings.map((fact) => detectByContext(fact, text)).filter((one) => one !== null);
  const all = merged(known(detectByFormat(text, file), text), byContext);
  return all.map((detection) => ({ detection, fact: strings.find((fact) => contains(fact, detection)) }));
}

function contains(fact: StringFact, { span }: Detection): boolean {
  return fact.start <= span.start && span.end <= fact.end;
}

/** Detections by format with the weight that their surroundings give them. */
function known(detections: readonly Detection[], text: string): readonly Detection[] {
  return detections.flatMap((detection) => {
    if (detection.label !== 'Google API key') return [detection];
    const weight = googleWeight(text, detection);
    return weight === null ? [] : [{ ...detection, weight }];
  });
}

/** Both, without those of the second that say less about the same place; one finding for a value and place in order. */
function merged(byFormat: readonly Detection[], byContext: readonly ContextDetection[]): readonly ContextDetection[] {
  const rest = byContext.filter(
    ({ span }) => !byFormat.some((other) => other.span.start < span.end && span.start < other.span.end),
  );
  return [...byFormat, ...rest].sort((a, b) => a.span.start - b.span.start);
}

/** The literal with its quotes where it is nothing but the secret; otherwise the secret alone. */
function literalSpan({ span, value }: Detection, fact: StringFact | undefined): RuleFinding['span'] {
  return fact?.value === value ? { start: fact.start, end: fact.end } : span;
}
