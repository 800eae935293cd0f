import { scanResult, type ScanResult } from '../../packages/scanner/src/result.js';

/** As much of a zod schema as it takes to walk a value along it. */
interface Schema {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Schema>>;
      readonly element?: Schema;
      readonly innerType?: Schema;
      readonly options?: readonly Schema[];
      readonly values?: readonly unknown[];
      readonly entries?: Readonly<Record<string, unknown>>;
    };
  };
  safeParse(value: unknown): { readonly success: boolean };
}

const schema = scanResult as unknown as Schema;

/**
 * The result with a text in every field that takes any text. With `filled`, empty lists get an element and what is null a
 * value, both made from the schema, so that no field of the contract is left out.
 */
export function withText(result: ScanResult, text: string, filled: boolean): ScanResult {
  const made = maker(text);
  const walk = (of: Schema, value: unknown, path: string): unknown => {
    const { type, shape, element, innerType, options } = of._zod.def;
    if (value === undefined) return value;
    switch (type) {
      case 'string':
        return text;
      case 'object':
        return Object.fromEntries(
          Object.entries(value as object).map(([key, one]) => {
            const inner = shape![key];
            if (!inner) throw new Error(`${path}.${key} is not in the schema of the result.`);
            return [key, walk(inner, one, `${path}.${key}`)];
          }),
        );
      case 'array': {
        const list = value as readonly unknown[];
        return filled && list.length === 0 ? [made(element!)] : list.map((one) => walk(element!, one, `${path}[]`));
      }
      case 'nullable':
        if (value === null) return filled ? made(innerType!) : null;
        return walk(innerType!, value, path);
      case 'optional':
        return walk(innerType!, value, path);
      case 'union':
        return walk(options!.find((one) => one.safeParse(value).success) ?? options![0]!, value, path);
      default:
        return value;
    }
  };
  return walk(schema, result, '') as ScanResult;
}

/** The paths of fields with exactly this text, as `textPaths` writes them. */
export function pathsOf(value: unknown, text: string, path = ''): ReadonlySet<string> {
  if (value === text) return new Set([path]);
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...pathsOf(one, text, `${path}[]`)]));
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.entries(value).flatMap(([key, one]) => [...pathsOf(one, text, `${path}.${key}`)]));
}

/** Every path of the schema that takes any text. */
export function textPaths({ _zod: { def } }: Schema = schema, path = ''): ReadonlySet<string> {
  return new Set([
    ...(def.type === 'string' ? [path] : []),
    ...Object.entries(def.shape ?? {}).flatMap(([key, one]) => [...textPaths(one, `${path}.${key}`)]),
    ...(def.element ? textPaths(def.element, `${path}[]`) : []),
    ...(def.innerType ? textPaths(def.innerType, path) : []),
    ...(def.options ?? []).flatMap((one) => [...textPaths(one, path)]),
  ]);
}

/** The simplest value that a schema allows, with the text wherever one may stand; kinds of objects take turns. */
function maker(text: string): (schema: Schema) => unknown {
  let turn = 0;
  const made = ({ _zod: { def } }: Schema): unknown => {
    switch (def.type) {
      case 'string':
        return text;
      case 'number':
      case 'int':
        return 1;
      case 'boolean':
        return true;
      case 'object':
        return Object.fromEntries(Object.entries(def.shape!).map(([key, one]) => [key, made(one)]));
      case 'array':
        return [made(def.element!)];
      case 'nullable':
      case 'optional':
        return made(def.innerType!);
      case 'union': {
        const [first] = def.options!;
        return made(first!._zod.def.type === 'object' ? def.options![turn++ % def.options!.length]! : first!);
      }
      case 'literal':
        return def.values![0];
      case 'enum':
        return Object.values(def.entries!)[0];
      default:
        throw new Error(`No value is known for ${def.type} of the schema.`);
    }
  };
  return made;
}
