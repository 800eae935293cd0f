import type { FileView, StringFact } from '@base44-lint/model';
import type { Suggestion } from '../finding.js';
import type { ContextDetection } from '../secrets/context.js';
import type { SecretPlace } from '../secrets/places.js';

/**
 * Reading the value from the app's secrets, where that is a rewrite of the literal alone. Not for values that are
 * compared or stand in for a missing variable: where the variable is not set, `undefined` would equal a missing input.
 */
export function suggestionsFor(
  { value, variable, compared, fallbackFor }: ContextDetection,
  fact: StringFact | undefined,
  file: FileView,
  place: SecretPlace,
): readonly Suggestion[] {
  if (place !== 'backend' || !fact || !variable || compared || fallbackFor) return [];
  if (!/^(?:assigned|property|argument|header)$/.test(fact.use) || !/^['"`]/.test(file.text[fact.start] ?? ''))
    return [];
  const read = `Deno.env.get('${variable}')`;
  const prefix = fact.value.slice(0, fact.value.indexOf(value));
  const isWhole = fact.value === value;
  if (!isWhole && !(fact.value === prefix + value && /^[A-Z]+ $/i.test(prefix))) return [];
  const text = isWhole ? read : `\`${prefix}\${${read}}\``;
  return [{ title: `Read ${variable} from the app's secrets`, edits: [{ start: fact.start, end: fact.end, text }] }];
}
