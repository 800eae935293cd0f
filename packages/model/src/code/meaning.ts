import type { Term } from './facts.js';
import { virtualModule } from './sdk-names.js';
import type { ClientOrigin, ClientRole, Evidence } from './view.js';

/** What a term stands for on the platform. */
export type Meaning =
  | { readonly kind: 'none' }
  | { readonly kind: 'factory' }
  | { readonly kind: 'client'; readonly client: Client }
  | { readonly kind: 'entities'; readonly client: Client }
  | { readonly kind: 'entity'; readonly client: Client; readonly names: readonly string[]; readonly dynamic: boolean }
  | { readonly kind: 'sdk'; readonly client: Client; readonly path: string };

export interface Client {
  readonly role: ClientRole;
  readonly origin: ClientOrigin;
  readonly evidence: readonly Evidence[];
}

export const NONE: Meaning = { kind: 'none' };

export function client(role: ClientRole, origin: ClientOrigin): Meaning {
  return { kind: 'client', client: { role, origin, evidence: [] } };
}

/** Meaning of a member of something with a meaning. */
export function step(owner: Meaning, key: string): Meaning {
  switch (owner.kind) {
    case 'client':
      if (key === 'entities') return { kind: 'entities', client: owner.client };
      if (key === 'asServiceRole') return { kind: 'client', client: { ...owner.client, role: 'service' } };
      return { kind: 'sdk', client: owner.client, path: key };
    case 'entities':
      return { kind: 'entity', client: owner.client, names: [key], dynamic: false };
    case 'sdk':
      // `export const User = base44.auth` still lists entities by the same name in the old layout.
      return { ...owner, path: `${owner.path}.${key}` };
    default:
      return NONE;
  }
}

export function asShim(meaning: Meaning): Meaning {
  return 'client' in meaning ? { ...meaning, client: { ...meaning.client, origin: 'shim' } } : meaning;
}

export function virtualMeaning(from: string, name: string): Meaning {
  const virtual = virtualModule(from, name);
  if (!virtual) return NONE;
  const who: Client = { role: 'user', origin: 'sdk', evidence: [] };
  if (virtual.kind === 'client') return { kind: 'client', client: who };
  if (virtual.kind === 'entity') return { kind: 'entity', client: who, names: [virtual.name], dynamic: false };
  return { kind: 'sdk', client: who, path: virtual.path };
}

/** Several possible meanings become one: the first kind wins, the role that may do more counts. */
export function merge(meanings: readonly Meaning[]): Meaning {
  const found = meanings.filter((meaning): meaning is Exclude<Meaning, { kind: 'none' }> => meaning.kind !== 'none');
  const first = found[0];
  if (!first || first.kind === 'factory') return first ?? NONE;
  const alike = found.filter((meaning): meaning is typeof first => meaning.kind === first.kind);
  if (alike.length === 1) return first;
  const clients = alike.map((meaning) => meaning.client);
  const merged: Client = {
    role: clients.some(({ role }) => role === 'service')
      ? 'service'
      : clients.every(({ role }) => role === 'user')
        ? 'user'
        : 'unknown',
    origin: clients.every(({ origin }) => origin === clients[0]?.origin) ? (clients[0] as Client).origin : 'unknown',
    evidence: clients.flatMap(({ evidence }) => evidence).slice(0, 5),
  };
  if (first.kind === 'entity') {
    const entities = alike as Extract<Meaning, { kind: 'entity' }>[];
    return {
      kind: 'entity',
      client: merged,
      names: [...new Set(entities.flatMap(({ names }) => names))],
      dynamic: entities.some(({ dynamic }) => dynamic),
    };
  }
  return { ...first, client: merged };
}

export function withEvidence<M extends Extract<Meaning, { client: Client }>>(meaning: M, evidence: Evidence): M {
  return { ...meaning, client: { ...meaning.client, evidence: [...meaning.client.evidence, evidence].slice(0, 5) } };
}

export function noteFor(meaning: Extract<Meaning, { client: Client }>): string {
  const role =
    meaning.client.role === 'service' ? 'a service-role' : meaning.client.role === 'user' ? 'the user’s' : 'a';
  if (meaning.kind === 'entity')
    return `passes ${meaning.names.length > 0 ? meaning.names.join(', ') : 'an entity'} of ${role} client`;
  return `passes ${role} client`;
}

/** Roots that may hold a client nobody in sight made: unknown values, own imports, members of `this`. Not `window.x`. */
export function isOwnObject(term: Term): boolean {
  switch (term.t) {
    case '?':
      return true;
    case 'get':
      return isOwnObject(term.of);
    case 'call':
      return isOwnObject(term.callee);
    case 'global':
      return term.name === 'this' || term.name === 'base44';
    case 'import':
      return /^(?:\.|@\/|~\/|src\/)/.test(term.from);
    case 'param':
      return true;
    case 'function':
      return true;
    default:
      return false;
  }
}
