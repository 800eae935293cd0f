import type { AccessKind, App, Entity } from '@base44-lint/model';
import { isDemo, isOnPlatform } from '@base44-lint/rules';
import type { ReadinessInput } from '../input.js';
import type { Seen } from './evidence.js';

const ofSomebody: ReadonlySet<AccessKind> = new Set(['owner', 'tenant']);

/** Where rows belong to somebody: by rules, by a field that names the owner, by the tenants of the app. */
export function accountData({ app, findings }: ReadinessInput): readonly Seen[] {
  const entities = Object.values(app.entities).filter((one) => isOnPlatform(app, one.name) && !isDemo(one));
  const crossing = findings.filter(
    ({ rule, confidence }) => rule === 'require-tenant-filter' && confidence !== 'possible',
  );
  return [
    ...entities.flatMap((entity) => ownedBy(app, entity)),
    ...crossing.map(({ location }) => ({
      note: `rows of tenants in ${location.file}:${location.start.line}`,
      place: null,
    })),
  ];
}

function ownedBy(app: App, entity: Entity): readonly Seen[] {
  const access = Object.values(entity.access).find(({ kind }) => ofSomebody.has(kind));
  if (access) return [{ note: `rule of \`${entity.name}\`: ${access.reason}`, place: access.place ?? null }];
  const tenants = app.tenants.filter(({ confidence }) => confidence !== 'possible').map(({ field }) => field);
  const field = entity.fields.find(({ name }) => entity.holds.owner.includes(name) || tenants.includes(name));
  return field ? [{ note: `\`${entity.name}.${field.name}\``, place: field.place }] : [];
}
