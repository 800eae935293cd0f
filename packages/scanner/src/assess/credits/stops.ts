import type { App, StartKind } from '@base44-lint/model';
import type { CreditsSection } from '../../result/credits.js';
import type { Priced } from './triggers.js';

/** What a user sees fail: actions, and pages that ask by themselves when they are opened. */
const visible: ReadonlySet<StartKind> = new Set(['handler', 'load']);

/** What stops once the credits are gone. */
export function stopsOf(priced: readonly Priced[], app: App): CreditsSection['stops'] {
  const seen = priced
    .map(({ trigger }) => trigger)
    .filter(({ kind, spends }) => visible.has(kind) && spends.some(({ member }) => member !== null));
  const unhandled = seen.flatMap(({ id, kind, spends }) => {
    const calls = spends.flatMap(({ member, location, caught }) =>
      member !== null && location !== null && caught === null ? [{ member, location }] : [],
    );
    return calls.length > 0 ? [{ trigger: id, kind, calls }] : [];
  });
  const automations = app.functions.flatMap(({ automations }) => automations).filter(({ active }) => active);
  const places = new Set(automations.map(({ place }) => `${place.file}:${place.start}`));
  return { unhandled, handled: seen.length - unhandled.length, automations: places.size };
}
