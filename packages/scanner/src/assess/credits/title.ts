import type { Start } from '@base44-lint/model';
import { isUnstarted } from './runs.js';

/** What sets a flow going, as a person would say it. */
export function titleOf(start: Start): string {
  const { kind, name, element, event, label } = start;
  switch (kind) {
    case 'handler':
      return isUnstarted(start)
        ? `Code in ${name} that nothing in sight starts`
        : `${element ?? 'A handler'}${label === null ? '' : ` “${label}”`} in ${name}${event === null ? '' : ` (${event})`}`;
    case 'load':
      return `Opening ${name}`;
    case 'effect':
      return `An effect in ${name}`;
    case 'interval':
      return `An interval in ${name}`;
    case 'request':
      return `A request from outside to ${name}`;
    case 'schedule':
      return `The schedule ${name}`;
    case 'entity':
      return `A record change that starts ${name}`;
    case 'connector':
      return `A connected service that starts ${name}`;
    case 'event':
      return `An event that starts ${name}`;
    case 'agent':
      return `The agent ${name}`;
  }
}
