import type { App, EntityCall, Operation } from '@base44-lint/model';
import { accessFor, ruleStateOf } from '../judge/entity.js';
import type { Known } from './act.js';

/** The service role adds nothing where the rules let the same caller do the same. */
export function isOpenAnyway(app: App, call: EntityCall, operation: Operation, known: Known): boolean {
  const access = accessFor(app, call, call.entity.name, operation);
  return ruleStateOf(access) === 'open' && (known === 'signed-in' || app.visibility === 'public');
}
