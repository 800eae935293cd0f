import type { Access, Entity, Operation } from '@base44-lint/model';
import { operations } from '@base44-lint/model';
import { isOnPlatform } from '@base44-lint/rules';
import type { ExitEntity } from '../../result/exit.js';
import { compare } from '../findings.js';
import type { ExitInput } from './input.js';
import { relationsOf } from './relations.js';

/** Kept by the platform itself; it moves with the accounts, and only fields that its schema adds are rows of the app. */
const builtIn = 'User';

/** Entities whose rows lie on the platform: those with a schema and those that the code asks for, by name. */
export function entitiesOf({ app, locate }: Pick<ExitInput, 'app' | 'locate'>): ExitEntity[] {
  const used = new Set(app.used?.entities ?? []);
  const names = [...new Set([...Object.keys(app.entities), ...used])]
    .filter((name) => isOnPlatform(app, name))
    .sort(compare);
  return names.map((name): ExitEntity => {
    const schema = Object.hasOwn(app.entities, name) ? app.entities[name] : undefined;
    const isUsed = used.has(name) || name === builtIn;
    if (!schema) return { ...unseen, name, used: isUsed };
    const { personal, secret, regulated } = schema.holds;
    return {
      name,
      schema: locate(schema.file, schema.access.read.place ?? { start: 0, end: 0 }),
      used: isUsed,
      fields: schema.fields.length,
      relations: relationsOf(schema, names),
      rules: rulesOf(schema),
      open: operations.filter((operation) => schema.access[operation].kind === 'open'),
      sensitive: [...new Set([...personal, ...secret, ...regulated])].sort(compare),
      fileFields: fileFieldsOf(schema),
    };
  });
}

const unseen = { schema: null, fields: null, relations: [], rules: null, open: [], sensitive: null, fileFields: [] };

/** What a server has to be taught: a condition. That nobody may is what a table says by itself. */
const builtAgain = new Set<Access['kind']>(['owner', 'tenant', 'role', 'mixed', 'public-part', 'never', 'unknown']);

/** Operations with the same condition are one rule; a field with rules of its own is one more. */
function rulesOf(entity: Entity): ExitEntity['rules'] {
  const rules = new Map<string, { operations: Operation[]; access: string; reason: string }>();
  for (const operation of operations) {
    const access = entity.access[operation];
    if (!builtAgain.has(access.kind)) continue;
    const key = conditionOf(entity, operation);
    const known = rules.get(key);
    if (known) known.operations.push(operation);
    else rules.set(key, { operations: [operation], access: access.kind, reason: access.reason });
  }
  const fields = entity.fields.filter(({ rls }) => rls !== undefined && rls !== null);
  return [
    ...rules.values(),
    ...fields.map(({ name }) => ({ operations: [], access: 'field', reason: `\`${name}\` has rules of its own` })),
  ];
}

function conditionOf({ access, rls }: Entity, operation: Operation): string {
  const { viaWrite, kind } = access[operation];
  const rules = rls as Readonly<Record<string, unknown>>;
  return `${kind} ${JSON.stringify(rules[viaWrite ? 'write' : operation])}`;
}

/** Where uploads leave their addresses: `photo_url`, `attachmentUrls`. Links to pages elsewhere may be among them. */
function fileFieldsOf({ fields }: Entity): string[] {
  return fields.filter(({ name }) => /(?:[a-z\d]|_)ur[il]s?$/i.test(name)).map(({ name }) => name);
}
