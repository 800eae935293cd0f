import type { App, Entity, Operation } from '@base44-lint/model';
import { list, quoted } from '../judge/document.js';
import { holdingsOf } from '../judge/entity.js';
import { whoReads } from '../judge/reader.js';
import { tenantFieldOf } from '../judge/tenant.js';
import type { Opening, Verdict } from './openings.js';

const verbs: Readonly<Record<Operation, string>> = { read: 'read', create: 'add', update: 'change', delete: 'delete' };

/** Who can do what because of the openings. */
export function sentenceOf(app: App, entity: Entity, { openings, by }: Verdict): string {
  const [worst] = openings as [Opening, ...Opening[]];
  const done = openings.map(({ operation }) => operation);
  const isRead = done.includes('read');
  const changes = done.filter((operation) => operation !== 'create').map((operation) => verbs[operation]);
  const adds = changes.length < done.length;
  const rows = isRead ? `every row${holdingsOf(app, entity.name, adds ? ',' : '')}` : 'every row';
  const everyone = worst.access.kind !== 'open';
  const who = everyone ? 'any signed-in user' : whoReads(app, by);
  const can =
    changes.length === 0 ? 'add rows' : `${list(changes)} ${rows}${blind(entity, done)}${adds ? ' and add more' : ''}`;
  return `${causeOf(entity, openings, worst)}, so ${who} can ${can}.`;
}

function causeOf(entity: Entity, openings: readonly Opening[], worst: Opening): string {
  const name = `\`${entity.name}\``;
  const keys = list(quoted(openings.map(({ operation }) => operation)));
  if (worst.access.kind !== 'open') return `The rules of ${name} give ${keys} to the role \`user\`, which everyone has`;
  if (worst.access.shape === 'no-rls') return `${name} has no rules`;
  // A `write` rule and the whole `rls` stand for more than one operation.
  return worst.access.reason.includes('`rls` is ')
    ? `The rules of ${name} are ${worst.access.shape === 'true' ? '`true`' : 'empty'}`
    : `The rules of ${name} leave ${keys} open`;
}

/** Rows that one cannot see can be overwritten all the same, by their ids or by a condition. */
function blind({ access: { read } }: Entity, done: readonly Operation[]): string {
  const changes = done.includes('update') || done.includes('delete');
  return changes && !done.includes('read') && read.kind !== 'open' && read.kind !== 'unknown' && !read.everyUser
    ? ', even those they cannot see'
    : '';
}

export function adviceOf(app: App, entity: Entity, { openings, content }: Verdict): string {
  const done = openings.map(({ operation }) => operation);
  const onlyReads = done.every((operation) => operation === 'read');
  if (done.every((operation) => operation === 'create'))
    return 'Where only signed-in users or staff should add rows, give `create` a rule of its own.';
  if (content === 'reference' || (content === 'plain' && !onlyReads)) {
    return onlyReads
      ? 'Where everyone may see these rows, say so with `"read": true`, or name the entity in `publicEntities`.'
      : 'Give `create`, `update` and `delete` to those who maintain these rows, for example to the role `admin`; where everyone may see them, say so with `"read": true`.';
  }
  const tenant = tenantFieldOf(app, entity.name);
  const condition = tenant
    ? `compare \`data.${tenant}\` with the user's own value`
    : 'compare `created_by_id` with `{{user.id}}`, or ask for a role';
  return `In the rule of every open operation ${condition}; a check in the browser can be gone around.`;
}
