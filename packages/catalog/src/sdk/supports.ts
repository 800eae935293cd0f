import { inventedMembers, sdkCapabilities } from './capabilities.js';
import type { Capability } from './capability.js';
import { examinedVersions, latestExamined } from './examined-versions.js';
import { runtimeMembers } from './runtime-members.js';
import { compareVersions, isVersion } from './version.js';

export type Support = 'yes' | 'no' | 'unknown';

const capabilities = new Map<string, Capability>(Object.entries(sdkCapabilities));
const invented = new Set<string>(Object.keys(inventedMembers));
const serviceRole = 'asServiceRole.';

/** Objects whose members were enumerated in full, so that a name missing from the data is missing from the object. */
const enumerated = new Set(
  Object.keys(runtimeMembers)
    .filter((member) => !member.startsWith('export:'))
    .map(parentOf),
);

function parentOf(member: string): string {
  return member.slice(0, Math.max(0, member.lastIndexOf('.')));
}

/** The record of a member. Options, operators and integrations are recorded once and hold for both clients. */
function capabilityOf(member: string): Capability | undefined {
  const own = capabilities.get(member);
  if (own || !member.startsWith(serviceRole) || enumerated.has(parentOf(member))) return own;
  return capabilities.get(member.slice(serviceRole.length));
}

/**
 * Whether a version of `@base44/sdk` has a member (spelled as in `sdkCapabilities`).
 *
 * - A member that was never there is `no`, whatever the version.
 * - Without an exact version (`null`, a range, a tag) the answer is `unknown`.
 * - A version newer than the latest examined has at least what that one has; names it lacks are `unknown`.
 * - A version that was not examined, between one without and one with the member, is `unknown` unless a git tag decides.
 * - What the client passes to the server untouched is `unknown` before its first typed version, never `no`.
 * - A name missing from an object that was enumerated is `no`; below an open object (`integrations.Core`) it is `unknown`.
 *
 * Where only a lower bound of the version is known, `yes` practically holds (five members were ever removed) and `no`
 * must be read as `unknown`.
 */
export function supports(version: string | null, member: string): Support {
  const userMember = member.startsWith(serviceRole) ? member.slice(serviceRole.length) : member;
  if (invented.has(userMember)) return 'no';
  if (version === null || !isVersion(version)) return 'unknown';
  const capability = capabilityOf(member);
  if (!capability) {
    const isNewer = compareVersions(version, latestExamined) > 0;
    return enumerated.has(parentOf(member)) && !isNewer ? 'no' : 'unknown';
  }
  if (compareVersions(version, capability.first) < 0) return beforeFirst(version, capability);
  return capability.last === null ? 'yes' : upToLast(version, capability.last);
}

/** The earliest examined version that has the member, safe to recommend; `null` for a member that is not recorded. */
export function sinceVersion(member: string): string | null {
  return capabilityOf(member)?.first ?? null;
}

function beforeFirst(version: string, { first, tagged, passedThrough }: Capability): Support {
  if (passedThrough) return 'unknown';
  if (tagged !== undefined) return compareVersions(version, tagged) < 0 ? 'no' : 'yes';
  const previous = examinedVersions.findLast((examined) => compareVersions(examined, first) < 0);
  return previous !== undefined && compareVersions(version, previous) <= 0 ? 'no' : 'unknown';
}

function upToLast(version: string, last: string): Support {
  if (compareVersions(version, last) <= 0) return 'yes';
  const next = examinedVersions.find((examined) => compareVersions(examined, last) > 0);
  return next !== undefined && compareVersions(version, next) >= 0 ? 'no' : 'unknown';
}
