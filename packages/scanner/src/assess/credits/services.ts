import type { Flow, OutsideCall } from '@base44-lint/model';
import type { CreditsSection } from '../../result/credits.js';
import { compare } from '../findings.js';
import type { Locate } from '../locate.js';
import { isSdkCall } from './price-of.js';

type Service = CreditsSection['services'][number];

/** The services other than Base44 that flows reach, with the owner's key or without. */
export function servicesOf(flows: readonly Flow[], locate: Locate): Service[] {
  const found = new Map<string, { first: OutsideCall; calls: Map<string, OutsideCall>; triggers: Set<string> }>();
  for (const { id, spends } of flows) {
    for (const { call } of spends) {
      if (isSdkCall(call) || (call.service === null && !call.ownersKey)) continue;
      const key = `${nameOf(call)}\n${call.ownersKey}`;
      const one = found.get(key) ?? { first: call, calls: new Map(), triggers: new Set() };
      one.calls.set(`${call.file}:${call.span.start}`, call);
      one.triggers.add(id);
      found.set(key, one);
    }
  }
  return [...found.values()]
    .map(({ first, calls, triggers }) => ({
      service: nameOf(first),
      kind: first.kind,
      ownersKey: first.ownersKey,
      locations: [...calls.values()].map(({ file, span }) => locate(file, span)).sort(byPlace),
      triggers: triggers.size,
    }))
    .sort((a, b) => Number(b.ownersKey) - Number(a.ownersKey) || compare(a.service, b.service));
}

function nameOf({ service }: OutsideCall): string {
  return service ?? 'a service that the code does not name';
}

function byPlace(a: Service['locations'][number], b: Service['locations'][number]): number {
  return compare(a.file, b.file) || a.start.line - b.start.line || a.start.column - b.start.column;
}
