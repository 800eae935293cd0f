import type { EntityCall, FileView, Operation } from '@base44-lint/model';
import type { EntityUse } from '../result/matrix.js';
import { compare } from './findings.js';
import type { Locate } from './locate.js';

/** Methods by the operation whose access rule decides; all others read. */
const operations: Readonly<Record<string, Operation>> = {
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

export function operationOf(method: string): Operation {
  return Object.hasOwn(operations, method) ? operations[method]! : 'read';
}

/** Places shown of a use; `calls` counts them all. */
const mostPlaces = 12;

/** What the code does with each entity, by operation, zone and role. */
export function entityUsesOf(views: readonly FileView[], locate: Locate): EntityUse[] {
  const groups = new Map<string, { readonly use: Omit<EntityUse, 'places'>; readonly calls: EntityCall[] }>();
  for (const call of views.flatMap(({ entityCalls }) => entityCalls)) {
    const { origin, zone, method, role } = call;
    if (origin === 'shim' || zone === 'other') continue;
    const operation = operationOf(method);
    for (const { entity, sure } of namesOf(call)) {
      const key = JSON.stringify([entity, sure, operation, zone, role]);
      const group = groups.get(key) ?? {
        use: { entity, sure, operation, methods: [], zone, role, calls: 0 },
        calls: [],
      };
      groups.set(key, group);
      group.use.calls++;
      if (!group.use.methods.includes(method)) group.use.methods.push(method);
      group.calls.push(call);
    }
  }
  return [...groups.values()]
    .map(({ use, calls }) => ({
      ...use,
      methods: use.methods.sort(compare),
      places: byPlace(calls)
        .slice(0, mostPlaces)
        .map(({ file, span }) => locate(file, span)),
    }))
    .sort(
      (a, b) =>
        compare(a.entity ?? '\uffff', b.entity ?? '\uffff') ||
        order.indexOf(a.operation) - order.indexOf(b.operation) ||
        compare(a.zone, b.zone) ||
        compare(a.role, b.role) ||
        Number(b.sure) - Number(a.sure),
    );
}

const order: readonly Operation[] = ['create', 'read', 'update', 'delete'];

function namesOf({ entity }: EntityCall): readonly Pick<EntityUse, 'entity' | 'sure'>[] {
  if (entity.name !== null) return [{ entity: entity.name, sure: true }];
  if (entity.candidates.length === 0) return [{ entity: null, sure: false }];
  return entity.candidates.map((name) => ({ entity: name, sure: false }));
}

/** By file and offset. */
export function byPlace<Call extends Pick<EntityCall, 'file' | 'span'>>(calls: readonly Call[]): Call[] {
  return [...calls].sort((a, b) => compare(a.file, b.file) || a.span.start - b.span.start);
}
