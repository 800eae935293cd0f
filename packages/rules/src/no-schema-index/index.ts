import { memberOf, propertyOf, textOfNode, wordsOf, type JsonDocument } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';

type Node = NonNullable<JsonDocument['root']>;

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-schema-index',
    description: 'disallow index and uniqueness keys in entity schemas, which nothing enforces',
    limitations: ['data-indexing'],
    preset: 'strict',
    since: '0.2.0',
    precision: 'very-high',
    severities: ['medium', 'low'],
    words: [],
    related: ['no-lost-update'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkJson({ document }) {
    const { kind, root, entity } = document;
    if (kind !== 'entity' || root?.type !== 'object') return;
    const name = entity?.name ?? textOfNode(memberOf(root, 'name')) ?? 'this entity';
    yield* keysOf(root, name);
    yield* inProperties(memberOf(root, 'properties'), name, '');
  },
});

/** The schemas of fields, and of the fields inside them. A field may itself be called `index`: its name is no key. */
function* inProperties(properties: Node | undefined, entity: string, path: string): Iterable<RuleFinding> {
  if (properties?.type !== 'object') return;
  for (const { children: [key, schema] = [] } of properties.children ?? []) {
    const name = textOfNode(key);
    if (name === undefined || schema?.type !== 'object') continue;
    const full = path === '' ? name : `${path}.${name}`;
    yield* keysOf(schema, `${entity}.${full}`);
    yield* inProperties(memberOf(schema, 'properties'), entity, full);
    const items = memberOf(schema, 'items');
    yield* inProperties(items && memberOf(items, 'properties'), entity, full);
  }
}

const uniqueness = ['unique', 'primaryKey', 'uniqueKeys', 'uniqueConstraints', 'x-unique'];
const indexes = ['index', 'indexes', 'indices', 'indexed', 'x-index'];

function* keysOf(schema: Node, subject: string): Iterable<RuleFinding> {
  for (const key of [...uniqueness, ...indexes]) {
    const property = propertyOf(schema, key);
    const value = property?.children?.[1];
    if (!property || !value || !isSwitchedOn(value)) continue;
    yield finding(property, key, subject, uniqueness.includes(key));
  }
}

/** `false` and an empty list ask for nothing. */
function isSwitchedOn(value: Node): boolean {
  if (value.type === 'array' || value.type === 'object') return (value.children ?? []).length > 0;
  return value.value === true || (typeof value.value === 'string' && value.value !== '');
}

const weighty = new Set([
  'account',
  'billing',
  'email',
  'external',
  'idempotency',
  'invite',
  'invoice',
  'order',
  'payment',
  'request',
  'stripe',
  'subscription',
  'token',
  'transaction',
  'wallet',
]);

/** Twice the same payment, invitation or account costs somebody something; twice the same slug shows one page of two. */
function hurts(subject: string): boolean {
  return wordsOf(subject).some((word) => weighty.has(word));
}

function finding(property: Node, key: string, subject: string, unique: boolean): RuleFinding {
  const list = property.children?.[1]?.type === 'array';
  const records = list ? 'two records that should differ' : `two records with the same \`${subject}\``;
  return {
    severity: unique && !list && hurts(subject) ? 'medium' : 'low',
    confidence: 'likely',
    message: unique
      ? `The platform documents no key \`${key}\`, so ${records} can be stored when two people write at once or a request is repeated.`
      : `The platform documents no key \`${key}\`, so reads of ${subject} are no faster for it.`,
    span: { start: property.offset, end: property.offset + property.length },
    evidence: [],
    advice: unique
      ? 'Write through one function that looks for the key first and repairs what slipped through, or use `upsert` from SDK 0.8.49.'
      : 'Delete the key, read with few selective conditions and a limit, and keep computed values for sorting; the platform decides alone what it indexes.',
    suggestions: [],
  };
}
