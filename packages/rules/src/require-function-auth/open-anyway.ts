import type { App, EntityCall, Operation } from '@base44-lint/model';
import { accessFor, ruleStateOf } from '../judge/entity.js';

/** The service role adds little where the rules let every user of the app do the same. */
export function isOpenAnyway(app: App, call: EntityCall, operation: Operation): boolean {
  return ruleStateOf(accessFor(app, call, call.entity.name, operation)) === 'open';
}
