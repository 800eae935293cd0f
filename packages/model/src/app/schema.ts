import type { Node } from 'jsonc-parser';
import { accessByOperation } from './access.js';
import { isRecord, type JsonFile, placeOf, propertyOf, readJson, valueOf } from './json.js';
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
  const entities: Record<string, Entity> = Object.create(null);
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

function entityOf(json: JsonFile, faults: NotChecked[]): Entity | undefined {
  const { file, node, value } = json;
  if (!isRecord(value)) {
    faults.push({ file, reason: 'The file holds no JSON object, so it declares no entity.' });
    return undefined;
  }
  const nameNode = propertyOf(node, 'name')?.children?.[1];
  const isNamed = nameNode?.type === 'string' && nameNode.value !== '';
  const name: string = isNamed ? nameNode.value : baseName(file).replace(/\.jsonc?$/i, '');
  const named = isNamed ? placeOf(file, nameNode) : { file, start: node.offset, end: node.offset + 1 };
  const fields = fieldsOf(json);
  const scope = fields.length > 0 ? { fields: new Set(fields.map((field) => field.name)) } : {};
  return {
    name,
    file,
    fields,
    access: accessByOperation(json, name, scope, named),
    holds: sensitivityOf(name, fields),
    ...(Object.hasOwn(value, 'rls') && { rls: value['rls'] }),
  };
}

/** `properties` as the platform writes it; older hand-written schemas have `fields` as an object or a list. */
function fieldsOf({ file, node }: JsonFile): Field[] {
  const declared = (propertyOf(node, 'properties') ?? propertyOf(node, 'fields'))?.children?.[1];
  const children = declared?.children ?? [];
  if (declared?.type === 'array') {
    return children.flatMap((item) => {
      const name = propertyOf(item, 'name')?.children?.[1];
      return name?.type === 'string' ? [fieldOf(file, name, item)] : [];
    });
  }
  if (declared?.type !== 'object') return [];
  const byName = new Map(children.map((property) => [property.children?.[0]?.value, property.children ?? []] as const));
  return [...byName.values()].flatMap(([key, definition]) => (key ? [fieldOf(file, key, definition)] : []));
}

function fieldOf(file: string, key: Node, definition: Node | undefined): Field {
  const text = (name: string): string | undefined => {
    const value = propertyOf(definition, name)?.children?.[1];
    return value?.type === 'string' ? value.value : undefined;
  };
  const format = text('format');
  const description = text('description');
  const enumValues = propertyOf(definition, 'enum')?.children?.[1]?.children?.flatMap(({ value }) =>
    typeof value === 'string' ? [value] : [],
  );
  const rls = propertyOf(definition, 'rls')?.children?.[1];
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
  const types = propertyOf(definition, 'type')?.children?.[1]?.children ?? [];
  return types.map(({ value }) => value).find((value) => typeof value === 'string' && value !== 'null');
}
