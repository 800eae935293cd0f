import type { App, EntityCall, Operation } from '@base44-lint/model';
import type { Act } from './act.js';
import { readAct } from './read-act.js';
import { writeAct } from './write-act.js';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  create: 'create',
  bulkCreate: 'create',
  importEntities: 'create',
  update: 'update',
  updateMany: 'update',
  bulkUpdate: 'update',
  upsert: 'update',
  delete: 'delete',
  deleteMany: 'delete',
  get: 'read',
  filter: 'read',
};

/** What a function does to records with the service role, which passes by all rules of the entity. */
export function entityAct(app: App, call: EntityCall): Act | null {
  const operation = OPERATIONS[call.method];
  if (!operation || call.role !== 'service' || call.origin === 'shim' || call.recovery) return null;
  return operation === 'read' ? readAct(app, call) : writeAct(app, call, operation);
}
