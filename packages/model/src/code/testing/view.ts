import { posix } from 'node:path';
import { emptyApp } from '../../app/load.js';
import type { App, BackendFunction } from '../../app/types.js';
import type { FileFacts } from '../facts.js';
import type { Link } from '../link.js';
import { recogniseText } from '../recognise.js';
import type { EntityCall, FileView } from '../view.js';
import { viewFiles } from '../views.js';

export const FRONTEND = 'src/pages/Page.jsx';
export const BACKEND = 'base44/functions/job/entry.ts';

/** An app without schemas whose backend function `job` is `BACKEND`. */
export const sampleApp = (overrides: Partial<App> = {}): App =>
  emptyApp({ backend: 'base44', functions: [job], ...overrides });

const job: BackendFunction = {
  name: 'job',
  file: BACKEND,
  folder: 'base44/functions/job',
  sdk: { version: null, source: 'none' },
  triggers: [],
  automations: [],
};

/** What rules see of one file; of a page unless said otherwise. */
export function viewOf(code: string, file = FRONTEND): FileView {
  return viewOfFiles({ [file]: code })[0] as FileView;
}

/** What rules see of several files. */
function viewOfFiles(files: Readonly<Record<string, string>>, link?: Link): FileView[] {
  const inputs = Object.entries(files).map(([file, text]) => ({ facts: recogniseText(text, file), text }));
  return viewFiles(inputs, sampleApp(), link);
}

/** Follows relative imports to what these files export. */
export function linkOf(files: ReadonlyMap<string, FileFacts>): Link {
  return {
    resolveImport(file, from, name) {
      if (!from.startsWith('.')) return 'outside';
      const target = posix.join(posix.dirname(file), from);
      const value = files.get(target)?.exports.find((one) => one.name === name)?.value;
      return value ? { file: target, term: value } : null;
    },
  };
}

/** The only entity call of a snippet. */
export function callOf(code: string, file = FRONTEND): EntityCall {
  const { entityCalls } = viewOf(code, file);
  const [call, ...others] = entityCalls;
  if (!call || others.length > 0) throw new Error(`expected one entity call, found ${entityCalls.length} in: ${code}`);
  return call;
}

/** The entity call with a method, where a snippet holds several calls. */
export function callWith(method: string, code: string, file = FRONTEND): EntityCall {
  const call = viewOf(code, file).entityCalls.find((one) => one.method === method);
  if (!call) throw new Error(`no call of ${method} in: ${code}`);
  return call;
}

/**
 * The entity calls of a snippet in the order of the code, each as `Entity.method role origin`. One of several entities is
 * `A|B`, an entity that the code does not name is `?`.
 */
export function summaryOf(code: string, file = FRONTEND): string[] {
  return viewOf(code, file).entityCalls.map(summary);
}

function summary({ entity, method, role, origin }: EntityCall): string {
  return `${entity.name ?? (entity.candidates.join('|') || '?')}.${method} ${role} ${origin}`;
}
