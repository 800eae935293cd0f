import { accessOf, type Access, type App, type EntityCall, type Evidence, type Operation } from '@base44-lint/model';
import type { RuleState } from './read-severity.js';

/** The rules that decide a call. A look-alike client answers to none that we know. */
export function accessFor(app: App, call: EntityCall, name: string | null, operation: Operation): Access {
  const known = call.origin !== 'shim' && name !== null;
  return known
    ? accessOf(app, name, operation)
    : { kind: 'unknown', fields: [], userFields: [], roles: [], viaWrite: false, reason: 'no schema in this export' };
}

export function ruleStateOf(access: Access): RuleState {
  // A rule that asks for the role every user has keeps out only people who never signed in.
  if (access.kind === 'open' || access.everyUser) return 'open';
  return access.kind === 'unknown' ? 'unknown' : 'closed';
}

/** The rule in the schema file, as evidence. */
export function ruleEvidence(access: Access): readonly Evidence[] {
  return access.place ? [{ ...access.place, note: access.reason }] : [];
}

/** Names an entity in a sentence: "Order", "Order or Invoice", "the entity". */
export function nameIn(call: EntityCall, names: readonly string[] = call.entity.candidates): string {
  if (names.length === 0) return 'the entity';
  return names.length <= 3
    ? names.join(' or ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} other entities`;
}

/** What the sentence says is in the rows: "including `email` and `phone`"; empty where nothing stands out. */
export function holdingsOf(app: App, name: string | null, after = ''): string {
  const holds = name === null ? undefined : app.entities[name]?.holds;
  const fields = holds ? [...holds.secret, ...holds.regulated, ...holds.personal].slice(0, 3) : [];
  return fields.length > 0 ? `, with ${list(fields.map((field) => `\`${field}\``))}${after}` : '';
}

function list(words: readonly string[]): string {
  return words.length === 1 ? (words[0] as string) : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
