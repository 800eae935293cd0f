import { detectInEnv, detectInJson, type NamedDetection } from './files.js';
import { detectAssignments, detectInMarkup } from './assignments.js';

/**
 * How names and values stand in a text file that is no code the scanner parses.
 * - `env`, `json`: read by their grammar
 * - `config`: `KEY: value` and `KEY=value`, quoted or not (YAML, TOML, properties)
 * - `markup`: values of XML elements (Android resources, property lists)
 * - `text`: languages and prose, where only a quoted value is known to be one
 */
export type TextKind = 'env' | 'json' | 'config' | 'markup' | 'text';

const kinds: readonly (readonly [RegExp, TextKind])[] = [
  [/^\.env(?:\..+)?$/, 'env'],
  [/\.jsonc?$/i, 'json'],
  [/\.(?:ya?ml|toml|properties|ini|cfg|conf)$|^\.npmrc$/i, 'config'],
  [/\.(?:xml|plist)$/i, 'markup'],
  [/\.(?:gradle|kts?|java|swift|sh|bash|py|rb|php|sql|mdx?|html?|txt)$/i, 'text'],
];

/** Null for files that are not read: lock files, samples to be filled in, and all other kinds. */
export function textKindOf(file: string): TextKind | null {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  if (kind === null || kind === 'env') return kind;
  return /lock|\.(?:example|sample|template|dist)\b/i.test(name) ? null : kind;
}

/** Firebase's configuration of a mobile app: its keys are part of every copy of the app and meant to be. */
export function isFirebaseConfig(file: string, text: string): boolean {
  if (/(?:^|\/)(?:google-services[^/]*\.json|GoogleService-Info[^/]*\.plist)$/i.test(file)) return true;
  return /"project_info"/.test(text) && /"(?:mobilesdk_app_id|client_info)"/.test(text);
}

/** Values of names that speak of a secret. Entity schemas only describe such fields. */
export function detectByName(kind: TextKind, file: string, text: string): readonly NamedDetection[] {
  switch (kind) {
    case 'env':
      return [...detectInEnv(text)];
    case 'json':
      return /(?:^|\/)entities\//.test(file) ? [] : [...detectInJson(text)];
    case 'markup':
      return [...detectInMarkup(text)];
    default:
      return [...detectAssignments(text, kind === 'config' ? 'bare' : 'quoted')];
  }
}
