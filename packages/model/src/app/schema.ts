import type { Node } from 'jsonc-parser';
import { accessByOperation } from './access.js';
import { isRecord, type JsonFile, memberOf, placeOf, readJson, textOfNode, valueOf } from './json.js';
import { baseName } from './paths.js';
import { sensitivityOf } from './sensitivity.js';
import type { Entity, Field, NotChecked, SourceTree } from './types.js';

/**
 * Reads entity schemas. The key of an entity is the `name` in its file, which may differ from the file's name;
 * the result has no prototype, so that an entity called `constructor` is only there when it is there.
 */
export function readEntities(
  tree: SourceTree,
  files: readonly string[],
  faults: NotChecked[],
): Readonly<Record<string, Entity>> {
  const entities: Record<string, Entity> = Object.create(null) as Record<string, Entity>;
  for (const file of files) {
    const json = readJson(tree, file, faults, 'the rules of its entity are unknown');
    const entity = json && entityOf(json, faults);
    if (!entity) continue;
    const earlier = entities[entity.name];
    if (!earlier) entities[entity.name] = entity;
    else faults.push({ file, reason: `The file declares ${entity.name} again, which ${earlier.file} already does.` });
  }
  return entities;
}

export function entityOf(json: JsonFile, faults: NotChecked[]): Entity | undefined {
  const { file, node, value } = json;
  if (!isRecord(value)) {
    faults.push({ file, reason: 'The file holds no JSON object, so it declares no entity.' });
    return undefined;
  }
  const nameNode = memberOf(node, 'name');
  const written = textOfNode(nameNode);
  const name = written || baseName(file).replace(/\.jsonc?$/i, '');
  const named = written && nameNode ? placeOf(file, nameNode) : { file, start: node.offset, end: node.offset + 1 };
  const fields = fieldsOf(json);
  const scope = fields.length > 0 ? { fields: new Set(fields.map((field) => field.name)) } : {};
  return {
    name,
    file,
    fields,
    access: accessByOperation(json, name, scope, named),
    holds: sensitivityOf(name, fields),
    ...(Object.hasOwn(value, 'rls') && { rls: value['rls'] }),
    ...(isOpen(value['additionalProperties']) && { open: true as const }),
  };
}

/** `true`, or a schema that further fields must meet. */
function isOpen(additional: unknown): boolean {
  return additional === true || isRecord(additional);
}

/** `properties` as the platform writes it; older hand-written schemas have `fields` as an object or a list. */
function fieldsOf({ file, node }: JsonFile): Field[] {
  const declared = memberOf(node, 'properties') ?? memberOf(node, 'fields');
  const children = declared?.children ?? [];
  if (declared?.type === 'array') {
    return children.flatMap((item) => {
      const name = memberOf(item, 'name');
      return name?.type === 'string' ? [fieldOf(file, name, item)] : [];
    });
  }
  if (declared?.type !== 'object') return [];
  const byName = new Map(children.map(({ children: pair = [] }) => [textOfNode(pair[0]), pair] as const));
  return [...byName.values()].flatMap(([key, definition]) => (key ? [fieldOf(file, key, definition)] : []));
}

function fieldOf(file: string, key: Node, definition: Node | undefined): Field {
  const text = (name: string): string | undefined => textOfNode(memberOf(definition, name));
  const format = text('format');
  const description = text('description');
  const enumValues = memberOf(definition, 'enum')?.children?.flatMap((choice) => textOfNode(choice) ?? []);
  const rls = memberOf(definition, 'rls');
  return {
    name: String(key.value),
    type: text('type') ?? firstType(definition) ?? 'unknown',
    ...(format !== undefined && { format }),
    ...(description !== undefined && { description }),
    ...(enumValues && { enumValues }),
    place: placeOf(file, key),
    ...(rls && { rls: valueOf(rls) }),
  };
}

/** Of `["string", "null"]`, the type that is not null. */
function firstType(definition: Node | undefined): string | undefined {
  const types = memberOf(definition, 'type')?.children ?? [];
  return types.map(textOfNode).find((type) => type !== undefined && type !== 'null');
}
