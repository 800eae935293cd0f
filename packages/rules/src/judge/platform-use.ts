import { exitGroupIds, exitGroupOf, exitGroups } from '@base44-lint/catalog';
import type { FileView, Place, Zone } from '@base44-lint/model';

/** A call of the SDK in the app's code. */
export interface PlatformUse {
  readonly zone: Zone;
  /** As the catalogue spells it, without the service role: `entities.list`, `auth.me`, `integrations.Core.InvokeLLM`. */
  readonly member: string;
  readonly serviceRole: boolean;
  readonly place: Place;
}

/** Calls of the SDK in one file of the app. A client of the app's own is what a move would leave in place. */
export function platformUsesIn({ zone, entityCalls, sdkCalls }: FileView): readonly PlatformUse[] {
  if (zone === 'other') return [];
  return [
    ...entityCalls.filter(isReal).map((call) => ({ ...call, member: `entities.${call.method}` })),
    ...sdkCalls.filter(isReal),
  ].map(({ file, span, member, role }) => ({
    zone,
    member: member.replace(/^asServiceRole\./, ''),
    serviceRole: role === 'service',
    place: { file, ...span },
  }));
}

function isReal({ origin }: { readonly origin: string }): boolean {
  return origin === 'sdk';
}

/** Names of the hosted features that the called members belong to, in the order of the catalogue. */
export function hostedFeatures(members: readonly string[]): readonly string[] {
  const used = new Set(members.map(exitGroupOf));
  return exitGroupIds.filter((id) => used.has(id)).flatMap((id) => exitGroups[id].feature ?? []);
}
