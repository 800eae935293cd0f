import type { Node, ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import { isDeeperThan, maxDepth, valueOf } from './json.js';
import { baseName, isBelow, joinPath, relativeTo } from './paths.js';
import { entityOf } from './schema.js';
import type { App, Entity, Span } from './types.js';
import { belongsTo } from './zones.js';

/** What a configuration file of an export configures. */
export type DocumentKind = 'entity' | 'agent' | 'workflow' | 'connector' | 'function' | 'config' | 'auth';

/** A fault of the text itself, at its exact place. */
export interface SyntaxFault extends Span {
  /** A clause without full stop: "a comma is missing". */
  readonly problem: string;
}

/** A configuration file as its text stands, which in an editor may be newer than what lies on disk. */
export interface JsonDocument {
  readonly file: string;
  readonly text: string;
  readonly kind: DocumentKind;
  /** Syntax tree for places; undefined where the text is empty or nested too deeply. Incomplete where there are faults. */
  readonly root: Node | undefined;
  /** The value of the tree; undefined where there are faults. */
  readonly value: unknown;
  readonly faults: readonly SyntaxFault[];
  /** Of an entity schema without faults: what it declares. */
  readonly entity?: Entity;
}

const jsonFile = /\.jsonc?$/i;
const folders = { entities: 'entity', agents: 'agent', workflows: 'workflow', connectors: 'connector' } as const;

/** What a file of the app configures; undefined for every other file. */
export function documentKindOf(app: App, file: string): DocumentKind | undefined {
  const { backend } = app;
  if (backend === undefined || !jsonFile.test(file) || !isBelow(file, backend) || !belongsTo(app, file))
    return undefined;
  for (const [folder, kind] of Object.entries(folders)) if (isBelow(file, joinPath(backend, folder))) return kind;
  if (isBelow(file, joinPath(backend, 'functions')))
    return /^function\.jsonc?$/i.test(baseName(file)) ? 'function' : undefined;
  if (/^config\.jsonc?$/i.test(relativeTo(file, backend))) return 'config';
  return /^auth\/config\.jsonc?$/i.test(relativeTo(file, backend)) ? 'auth' : undefined;
}

/** Reads a configuration file from its text. Never throws: what is wrong with the text stands in `faults`. */
export function readDocument(file: string, text: string, kind: DocumentKind): JsonDocument {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const faults = errors.map((error): SyntaxFault => ({ ...placeOfFault(error, text), problem: wordsOf(error) }));
  if (!root) faults.push({ start: 0, end: Math.min(1, text.length), problem: 'the file is empty' });
  else if (isDeeperThan(maxDepth, root))
    return {
      file,
      text,
      kind,
      root: undefined,
      value: undefined,
      faults: [{ start: 0, end: 1, problem: 'it is nested too deeply' }],
    };
  if (!root || faults.length > 0) return { file, text, kind, root, value: undefined, faults };
  const value = valueOf(root);
  const entity = kind === 'entity' ? entityOf({ file, node: root, value }, []) : undefined;
  return { file, text, kind, root, value, faults, ...(entity && { entity }) };
}

/** The app with the entity as a document declares it, for editors whose text is newer than the disk. */
export function withDocument(app: App, { entity, file }: JsonDocument): App {
  if (!entity) return app;
  const others = Object.entries(app.entities).filter(([, other]) => other.file !== file);
  return {
    ...app,
    entities: Object.assign(Object.create(null), Object.fromEntries(others), {
      [entity.name]: entity,
    }) as App['entities'],
  };
}

/** A fault without length is drawn at the character before it, which is what it follows. */
function placeOfFault({ offset, length }: ParseError, text: string): Span {
  if (length > 0) return { start: offset, end: Math.min(offset + length, text.length) };
  const end = Math.min(Math.max(offset, 1), text.length);
  return { start: Math.max(end - 1, 0), end };
}

/** `CommaExpected` → "a comma is expected here". */
function wordsOf({ error }: ParseError): string {
  const name = printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const expected = /^(.*) expected$/.exec(name)?.[1];
  if (expected) return `${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected} is expected here`;
  const invalid = /^invalid (.*)$/.exec(name)?.[1];
  return invalid ? `the ${invalid} is not valid here` : `${name} is not allowed here`;
}
