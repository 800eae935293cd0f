import { memberOf, textOfNode, type JsonDocument } from '@base44-lint/model';
import type { Node } from 'jsonc-parser';
import { membersOf } from '../judge/document.js';
import { nearest } from '../judge/nearest.js';
import type { Fault } from './fault.js';
import { fieldKeys, isDatabaseKey, meantOperation, meantType, ruleKeys, schemaKeys, types } from './known.js';

/** What is wrong with an entity schema that parses. */
export function* entityFaults({ root }: JsonDocument): Generator<Fault> {
  if (root?.type !== 'object') return;
  yield* missing(root);
  for (const { key, name } of membersOf(root))
    if (name !== 'fields') yield* keyFault(key, name, schemaKeys, 'a schema');
  yield* rules(memberOf(root, 'rls'), 'the entity');
  yield* fields(root);
  const name = textOfNode(memberOf(root, 'name'));
  const rls = memberOf(root, 'rls');
  if (name === 'User' && rls && rls.type !== 'null') {
    yield {
      key: 'user rls',
      node: rls.parent?.children?.[0] ?? rls,
      severity: 'low',
      confidence: 'possible',
      message: 'The platform has fixed rules for `User`, and what these do beside them is not documented.',
      advice:
        'Try with a second account what these rules change; rely on the fixed ones: users read and write their own record, admins all.',
    };
  }
}

function* missing(root: Node): Generator<Fault> {
  const head: Node = { ...root, length: 1 };
  const name = memberOf(root, 'name');
  if (!textOfNode(name)) {
    yield {
      key: 'name',
      node: name ?? head,
      severity: 'low',
      confidence: 'likely',
      message: 'The schema has no `name`, so tools guess the entity from the name of the file.',
      advice: 'Add `"name"` with the name that code uses: `base44.entities.<name>`.',
    };
  }
  const declared = memberOf(root, 'properties');
  if (declared?.type === 'object') return;
  const fieldsKey = membersOf(root).find((member) => member.name === 'fields')?.key;
  yield {
    key: 'properties',
    node: declared ?? fieldsKey ?? name ?? head,
    severity: 'low',
    confidence: 'likely',
    message: fieldsKey
      ? 'The schema declares its fields in `fields`, and the platform reads `properties`.'
      : 'The schema declares no `properties`, so the entity has no fields of its own.',
    advice: 'Declare the fields as an object: `"properties": { "title": { "type": "string" } }`.',
  };
}

function* keyFault(node: Node, key: string, known: ReadonlySet<string>, where: string): Generator<Fault> {
  if (known.has(key) || /^(?:x-|\$|_)/.test(key)) return;
  if (isDatabaseKey(key)) {
    yield {
      key: `key ${key}`,
      node,
      severity: 'low',
      confidence: 'likely',
      message: `The platform takes no wishes for its database, so \`${key}\` ${/uniq|primary/i.test(key) ? 'keeps out no duplicate' : 'speeds up no query'}.`,
      advice: /uniq|primary/i.test(key)
        ? 'Look for the row before creating it, in a function that does nothing else in between, and expect duplicates all the same.'
        : 'Leave the key out; read less at once, by a condition and with a limit.',
      limitations: ['data-indexing'],
    };
    return;
  }
  const meant = nearest(key, known);
  const isGrave = meant === 'rls' || meant === 'properties' || meant === 'name';
  yield {
    key: `key ${key}`,
    node,
    severity: isGrave ? 'medium' : 'low',
    confidence: meant ? 'likely' : 'possible',
    message: meant
      ? `\`${key}\` is no key of ${where}; \`${meant}\` probably was meant, and has no effect so far.`
      : `\`${key}\` is no key of ${where} that the documentation knows, so it has no effect.`,
    advice: meant
      ? `Write \`${meant}\`, or leave the key out.`
      : 'Leave the key out, or mark it as your own with `x-`.',
  };
}

/** Keys of an `rls` object, of the entity or of a field. */
function* rules(rls: Node | undefined, what: string): Generator<Fault> {
  const present = new Set(membersOf(rls).map(({ name }) => name));
  for (const { key, name } of membersOf(rls)) {
    if (ruleKeys.has(name)) continue;
    const meant = meantOperation(name);
    const free = meant !== undefined && !present.has(meant);
    yield {
      key: `rule ${name}`,
      node: key,
      severity: 'medium',
      confidence: 'likely',
      message: `\`${name}\` is no operation, so this rule of ${what} protects nothing${meant ? `; \`${meant}\` probably was meant` : ''}.`,
      advice: 'Rules have the keys `create`, `read`, `update` and `delete`; `write` stands for all but `read`.',
      suggestions: free
        ? [
            {
              title: `Rename \`${name}\` to \`${meant}\`, so that the rule takes effect; those whom it does not name lose access`,
              edits: [{ start: key.offset, end: key.offset + key.length, text: JSON.stringify(meant) }],
            },
          ]
        : [],
    };
  }
}

function* fields(owner: Node): Generator<Fault> {
  const declared = membersOf(memberOf(owner, 'properties'));
  const names = declared.map(({ name }) => name);
  for (const required of memberOf(owner, 'required')?.children ?? []) {
    const name = textOfNode(required);
    if (name === undefined || names.includes(name) || names.length === 0) continue;
    const meant = nearest(name, names);
    yield {
      key: `required ${name}`,
      node: required,
      severity: 'low',
      confidence: 'likely',
      message: `\`required\` names \`${name}\`, which is no field of the schema${meant ? `; \`${meant}\` probably was meant` : ''}.`,
      advice: 'Declare the field or leave it out of `required`.',
    };
  }
  for (const { name, value } of declared) yield* field(name, value);
}

function* field(name: string, definition: Node): Generator<Fault> {
  if (definition.type !== 'object') {
    yield {
      key: `field ${name}`,
      node: definition,
      severity: 'low',
      confidence: 'likely',
      message: `The field \`${name}\` is described by no object, so its type is unknown.`,
      advice: 'Write `{ "type": "string" }` or the like.',
    };
    return;
  }
  for (const { key, name: keyword } of membersOf(definition)) yield* keyFault(key, keyword, fieldKeys, 'a field');
  yield* typeFaults(name, memberOf(definition, 'type'));
  yield* rules(memberOf(definition, 'rls'), `the field \`${name}\``);
  yield* fields(definition);
  const items = memberOf(definition, 'items');
  if (items?.type === 'object') yield* field(`${name}[]`, items);
}

function* typeFaults(field: string, type: Node | undefined): Generator<Fault> {
  for (const node of type?.type === 'array' ? (type.children ?? []) : type ? [type] : []) {
    const written = textOfNode(node);
    if (written !== undefined && types.has(written)) continue;
    const meant = written === undefined ? undefined : meantType(written);
    yield {
      key: `type ${written ?? field}`,
      node,
      severity: 'low',
      confidence: 'likely',
      message: `\`${written ?? node.type}\` is no type of a field${meant ? `; \`${meant}\` probably was meant` : ''}.`,
      advice:
        'Types are `string`, `number`, `integer`, `boolean`, `array` and `object`; dates are strings with a `format`.',
    };
  }
}
