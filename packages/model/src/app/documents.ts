import type { Node, ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import { isDeeperThan, maxDepth, valueOf } from './json.js';
import { baseName, isBelow, joinPath, relativeTo } from './paths.js';
import { entityOf } from './schema.js';
import { faultsOf, type SyntaxFault } from './syntax-faults.js';
import type { App, Entity } from './types.js';
import { belongsTo } from './zones.js';

/** What a configuration file of an export configures. */
export type DocumentKind = 'entity' | 'agent' | 'workflow' | 'connector' | 'function' | 'config' | 'auth';

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
  const root = boundedTree(text, errors);
  if (root === 'too deep')
    return { ...unread(file, text, kind), faults: [{ start: 0, end: 1, problem: 'it is nested too deeply' }] };
  if (!root) return { ...unread(file, text, kind), faults: [emptyFault(text)] };
  const faults = faultsOf(text, errors);
  if (faults.length > 0) return { ...unread(file, text, kind), root, faults };
  const value = valueOf(root);
  const entity = kind === 'entity' ? entityOf({ file, node: root, value }, []) : undefined;
  return { file, text, kind, root, value, faults, ...(entity && { entity }) };
}

function unread(file: string, text: string, kind: DocumentKind): JsonDocument {
  return { file, text, kind, root: undefined, value: undefined, faults: [] };
}

function emptyFault(text: string): SyntaxFault {
  return { start: 0, end: Math.min(1, text.length), problem: 'the file is empty' };
}

function boundedTree(text: string, errors: ParseError[]): Node | undefined | 'too deep' {
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    return root && isDeeperThan(maxDepth, root) ? 'too deep' : root;
  } catch (error) {
    // The parser calls itself for every level.
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
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
