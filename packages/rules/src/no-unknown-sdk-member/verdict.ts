import {
  compareVersions,
  inventedMembers,
  latestExamined,
  sdkCapabilities,
  sinceVersion,
  supports,
} from '@base44-lint/catalog';
import type { SdkVersion } from '@base44-lint/model';
import { replacementOf } from './replacements.js';

/** Why a call on the client finds nothing. */
export type Verdict =
  | {
      readonly kind: 'never';
      readonly member: string;
      readonly sure: boolean;
      /** The same call, where only the user's client has it. */
      readonly instead?: string;
    }
  | { readonly kind: 'newer'; readonly member: string; readonly since: string; readonly sure: boolean }
  | { readonly kind: 'removed'; readonly member: string; readonly last: string };

const serviceRole = 'asServiceRole.';

/**
 * What the SDK says to a member path (`auth.me`, `entities.findOne`, `asServiceRole.connectors.callApi`); null where it
 * has it, or where nobody can tell.
 */
export function verdictOf(member: string, sdk: SdkVersion): Verdict | null {
  for (const path of prefixes(member)) {
    const user = path.startsWith(serviceRole) ? path.slice(serviceRole.length) : path;
    if (isOpen(user)) continue;
    if (isUncallable(user, member)) return { kind: 'never', member: path, sure: true };
    const verdict = ofPath(path, user, sdk);
    if (!verdict) continue;
    if (path === user) return verdict;
    // What the user's client lacks as well is not a matter of the role.
    const forUser = verdictOf(withoutRole(member), sdk);
    if (forUser) return forUser;
    return verdict.kind === 'never' ? { ...verdict, instead: withoutRole(member) } : verdict;
  }
  return null;
}

function ofPath(path: string, user: string, sdk: SdkVersion): Verdict | null {
  const { version } = sdk;
  const isInvented = Object.hasOwn(inventedMembers, user);
  const since = sinceVersion(path);
  if (since === null) {
    if (supports(latestExamined, path) !== 'no') return null;
    const mayBeNewer = version !== null && compareVersions(version, latestExamined) > 0;
    if (mayBeNewer && !isInvented) return null;
    return { kind: 'never', member: path, sure: version !== null || replacementOf(user) !== undefined };
  }
  if (supports(version, path) !== 'no') return null;
  const last = lastVersion(path);
  if (last !== null && version !== null && compareVersions(version, last) > 0)
    return { kind: 'removed', member: path, last };
  return { kind: 'newer', member: path, since, sure: sdk.source === 'lock' || sdk.source === 'pin' };
}

function withoutRole(member: string): string {
  return member.slice(serviceRole.length);
}

function* prefixes(member: string): Generator<string> {
  for (let end = member.indexOf('.'); end > 0; end = member.indexOf('.', end + 1)) yield member.slice(0, end);
  yield member;
}

/** `integrations` hands out whatever it is asked for; only what is called tells whether it is there. */
function isOpen(user: string): boolean {
  return /^integrations\.\w+\./.test(user);
}

/** `integrations.search_web(…)`: the first level below `integrations` is a package, which cannot be called. */
function isUncallable(user: string, member: string): boolean {
  return /^integrations\.\w+$/.test(user) && member.endsWith(user);
}

function lastVersion(member: string): string | null {
  const capabilities: Readonly<Record<string, { readonly last: string | null }>> = sdkCapabilities;
  const own = Object.hasOwn(capabilities, member) ? capabilities[member] : undefined;
  return own?.last ?? null;
}
