import type { App, EntityCall, FileView, OutsideCall, SdkCall, Span } from '@base44-lint/model';

/** A call that the scan recognised at a place. */
export type Call =
  | { readonly kind: 'entity'; readonly call: EntityCall }
  | { readonly kind: 'sdk'; readonly call: SdkCall }
  | { readonly kind: 'outside'; readonly call: OutsideCall };

/** The calls that touch a span, in the order of the code. */
export function callsIn({ entityCalls, sdkCalls, outside }: FileView, span: Span): readonly Call[] {
  const touches = ({ span: own }: { readonly span: Span }): boolean => own.start < span.end && span.start < own.end;
  const found: Call[] = [
    ...entityCalls.filter(touches).map((call) => ({ kind: 'entity' as const, call })),
    ...sdkCalls.filter(touches).map((call) => ({ kind: 'sdk' as const, call })),
    ...outside.filter(touches).map((call) => ({ kind: 'outside' as const, call })),
  ];
  return found.sort((a, b) => a.call.span.start - b.call.span.start || b.call.span.end - a.call.span.end);
}

/** A fact about a call: what it is about, and what the scan knows. */
export type Fact = readonly [about: string, text: string];

const levels: Readonly<Record<EntityCall['caller']['level'], string>> = {
  none: 'nothing: anyone can reach this call',
  'signed-in': 'that the caller has signed in, nothing more',
  owner: "that the row is the caller's own, or of their tenant",
  role: 'the role of the caller',
  secret: 'a secret, signature or token',
  unknown: 'something that is not in sight',
};

/** What the verdicts on a call rest on. */
export function factsOf({ kind, call }: Call, app: App): readonly Fact[] {
  const shared: Fact[] = [
    ['runs', runsOf(call)],
    ...(call.zone === 'frontend' ? [] : [['checked before', levels[call.caller.level]] as const]),
  ];
  switch (kind) {
    case 'entity':
      return [
        ['call', `${call.method} on ${entityName(call)}`],
        ...identityOf(call),
        ...rowsOf(call),
        ...rulesOf(call, app),
        ...shared,
      ];
    case 'sdk':
      return [['call', call.member], ...identityOf(call), ...shared];
    case 'outside':
      return [
        ['call', `${call.member} of ${call.service ?? 'a service whose address only the run decides'}`],
        ['key', call.ownersKey ? "a key of the app's owner goes along" : "none of the app's owner in sight"],
        ['the caller decides', call.fromCaller.join(', ') || 'nothing of it'],
        ...shared,
      ];
  }
}

function entityName({ entity }: EntityCall): string {
  return (
    entity.name ??
    (entity.candidates.length > 0 ? `one of ${entity.candidates.join(', ')}` : 'an entity that only the run decides')
  );
}

function identityOf({ role, origin }: EntityCall | SdkCall): readonly Fact[] {
  const who = {
    user: 'as the signed-in user',
    service: 'as the service role, which no access rule holds',
    unknown: 'as whom is not in sight',
  };
  return [['identity', origin === 'shim' ? "a client of the app's own, not the SDK's" : who[role]]];
}

function rowsOf({ query, limit, target }: EntityCall): readonly Fact[] {
  const conditions = {
    none: 'none',
    empty: 'an empty object, so none',
    'maybe-empty': 'perhaps none: it falls back to an empty object',
    unknown: query.sources.length > 0 ? `not in sight, from ${query.sources.join(', ')}` : 'not in sight',
    keys: query.keys
      .map(({ name, from }) =>
        from === 'unknown' ? name : `${name} (from the ${from === 'user' ? 'signed-in user' : 'caller'})`,
      )
      .join(', '),
  };
  return [
    ['conditions', conditions[query.kind]],
    ...(target.caller ? [['rows', 'chosen by what the caller sends'] as const] : []),
    ...(limit === null ? [] : [['limit', String(limit)] as const]),
  ];
}

const operations: Readonly<Record<string, 'create' | 'update' | 'delete'>> = {
  create: 'create',
  bulkCreate: 'create',
  importEntities: 'create',
  upsert: 'update',
  update: 'update',
  updateMany: 'update',
  bulkUpdate: 'update',
  delete: 'delete',
  deleteMany: 'delete',
};

function rulesOf({ entity, method }: EntityCall, app: App): readonly Fact[] {
  const known = entity.name === null ? undefined : app.entities[entity.name];
  if (entity.name === null) return [];
  if (!known) return [['access rules', `${entity.name} has no schema in this export, so they are unknown`]];
  const operation = operations[method] ?? 'read';
  const { kind, reason } = known.access[operation];
  const { personal, secret, regulated, owner } = known.holds;
  const fields = known.fields.map(({ name }) => name);
  const tenants = app.tenants.filter(({ field }) => fields.includes(field));
  return [
    [`who may ${operation}`, `${kind}: ${reason}`],
    ['holds', [...new Set([...regulated, ...secret, ...personal])].join(', ') || 'nothing personal by its field names'],
    ...(owner.length > 0 ? [['owner in', owner.join(', ')] as const] : []),
    [
      'tenant',
      tenants.map(({ field, reason: why }) => `${field} (${why})`).join('; ') || 'no tenant key among its fields',
    ],
  ];
}

function runsOf({ execution }: EntityCall | SdkCall | OutsideCall): string {
  const { triggers, loops, component, functionName } = execution;
  const kinds = [...new Set(triggers.map(({ kind }) => kind))];
  const where = component ?? functionName;
  return [
    kinds.length > 0 ? `on ${kinds.join(', ')}` : 'when its function is called',
    ...(loops.length > 0 ? [`in ${loops.length === 1 ? 'a loop' : `${loops.length} loops`}`] : []),
    ...(where === null ? [] : [`in ${where}`]),
  ].join(', ');
}
