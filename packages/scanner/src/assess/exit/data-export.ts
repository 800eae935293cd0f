import { functionOf, type App, type EntityCall, type FileView } from '@base44-lint/model';
import { exportFilesOf } from '@base44-lint/rules';
import type { DataExport, ExportPath } from '../../result/exit.js';
import { compare } from '../findings.js';
import type { ExitInput } from './input.js';

/** Methods that hand out rows. */
const reading = new Set(['list', 'filter']);
/** Loops that go on until the pages end; one over a list of things reads each of them once. */
const paging = new Set(['while', 'do', 'for']);

/**
 * How the app's own code takes rows out: the places that write data to a file, which entities each of them reads, itself
 * or through functions that it calls, and which of the app's entities none of them reads.
 *
 * @param entities names of all entities of the app
 */
export function dataExportOf(
  { app, views, files }: Pick<ExitInput, 'app' | 'views' | 'files'>,
  entities: readonly string[],
): DataExport {
  const code = codeOf(app, views);
  const all = new Set(entities);
  const paths = exportFilesOf(app, views, files).map(({ file, name, by }): ExportPath => {
    const reads = readsFrom(code, file);
    const names = reads.flatMap(({ entity }) => entity.candidates);
    const whole = reads.filter(isWhole).flatMap(({ entity }) => entity.candidates);
    const paged = reads.filter(isPaged).flatMap(({ entity }) => entity.candidates);
    return {
      name,
      file,
      by,
      entities: known(names, all),
      whole: known(whole, all),
      pages: known(paged, all),
      dynamic: reads.some(({ entity }) => entity.candidates.length === 0),
    };
  });
  const read = new Set(paths.flatMap((path) => path.entities));
  const whole = new Set(paths.flatMap((path) => path.whole));
  const paged = new Set(paths.flatMap((path) => path.pages));
  const missed = entities.filter((name) => !read.has(name)).sort(compare);
  const inPart = entities.filter((name) => read.has(name) && !whole.has(name)).sort(compare);
  return {
    verdict: verdictOf(entities, paths, [...missed, ...inPart]),
    entities: entities.length,
    paths,
    missed,
    inPart,
    firstRowsOnly: entities.filter((name) => whole.has(name) && !paged.has(name)).sort(compare),
  };
}

function verdictOf(
  entities: readonly string[],
  paths: readonly ExportPath[],
  lacking: readonly string[],
): DataExport['verdict'] {
  if (entities.length === 0) return 'no-entities';
  if (lacking.length === 0) return 'complete';
  if (paths.some(({ dynamic }) => dynamic)) return 'unknown';
  return paths.some((path) => path.entities.length > 0) ? 'partial' : 'none';
}

/** The code of the app by file and by function. */
interface Code {
  readonly views: ReadonlyMap<string, FileView>;
  readonly entries: ReadonlyMap<string, string>;
  /** All files of the function that a file is the entry of. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
}

function codeOf(app: App, views: readonly FileView[]): Code {
  const beside = new Map<string, string[]>(app.functions.map(({ file }) => [file, []]));
  for (const { file, zone } of views)
    if (zone === 'function') beside.get(functionOf(app, file)?.file ?? '')?.push(file);
  return {
    views: new Map(views.map((view) => [view.file, view])),
    entries: new Map(app.functions.map(({ name, file }) => [name, file])),
    beside,
  };
}

/** Reads of a file, of the other files of its function, and of functions that they call. */
function readsFrom({ views, entries, beside }: Code, start: string): readonly EntityCall[] {
  const seen = new Set<string>();
  const visit = (file: string): readonly EntityCall[] => {
    const view = views.get(file);
    if (seen.has(file) || !view) return [];
    seen.add(file);
    const called = view.invocations.flatMap(({ functions }) => functions.flatMap((name) => entries.get(name) ?? []));
    return [...view.entityCalls.filter(isRead), ...[...(beside.get(file) ?? []), ...called].flatMap(visit)];
  };
  return visit(start);
}

function isRead({ method, origin }: EntityCall): boolean {
  return origin !== 'shim' && reading.has(method);
}

/** All rows are asked for, as far as the code tells. */
function isWhole({ method, query }: EntityCall): boolean {
  return method === 'list' || query.kind !== 'keys' || query.open;
}

/** It asks for the next page: by offset or cursor, or again and again. */
function isPaged({ skip, execution }: EntityCall): boolean {
  return skip || execution.loops.some(({ kind }) => paging.has(kind));
}

function known(names: readonly string[], entities: ReadonlySet<string>): string[] {
  return [...new Set(names)].filter((name) => entities.has(name)).sort(compare);
}
