import { functionOf, type App, type EntityCall, type FileView } from '@base44-lint/model';
import { exportFilesOf } from '@base44-lint/rules';
import type { DataExport, ExportPath } from '../../result/exit.js';
import { compare } from '../findings.js';
import type { ExitInput } from './input.js';

/** Methods that hand out rows. */
const reading = new Set(['list', 'filter', 'get', 'subscribe']);
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
  const byFile = new Map(views.map((view) => [view.file, view]));
  const paths = exportFilesOf(app, views, files).map(({ file, name, by }): ExportPath => {
    const reads = readsFrom(app, byFile, file);
    const names = reads.flatMap(({ entity }) => entity.candidates);
    const paged = reads.filter(isPaged).flatMap(({ entity }) => entity.candidates);
    return {
      name,
      file,
      by,
      entities: known(names, entities),
      pages: known(paged, entities),
      dynamic: reads.some(({ entity }) => entity.candidates.length === 0),
    };
  });
  const read = new Set(paths.flatMap((path) => path.entities));
  const paged = new Set(paths.flatMap((path) => path.pages));
  const missed = entities.filter((name) => !read.has(name)).sort(compare);
  return {
    verdict: verdictOf(entities, paths, missed),
    entities: entities.length,
    paths,
    missed,
    firstRowsOnly: entities.filter((name) => read.has(name) && !paged.has(name)).sort(compare),
  };
}

function verdictOf(
  entities: readonly string[],
  paths: readonly ExportPath[],
  missed: readonly string[],
): DataExport['verdict'] {
  if (entities.length === 0) return 'no-entities';
  if (missed.length === 0) return 'complete';
  if (paths.some(({ dynamic }) => dynamic)) return 'unknown';
  return paths.some((path) => path.entities.length > 0) ? 'partial' : 'none';
}

/** Reads of a file, of the other files of its function, and of functions that they call. */
function readsFrom(app: App, byFile: ReadonlyMap<string, FileView>, start: string): readonly EntityCall[] {
  const seen = new Set<string>();
  const visit = (file: string): readonly EntityCall[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    const view = byFile.get(file);
    if (!view) return [];
    const owner = functionOf(app, file);
    const beside = owner?.file === file ? [...byFile.keys()].filter((one) => functionOf(app, one) === owner) : [];
    const called = view.invocations.flatMap(({ functions }) => functions);
    const entries = app.functions.filter(({ name }) => called.includes(name)).map((one) => one.file);
    return [...view.entityCalls.filter(isRead), ...[...beside, ...entries].flatMap(visit)];
  };
  return visit(start);
}

function isRead({ method, origin }: EntityCall): boolean {
  return origin !== 'shim' && reading.has(method);
}

/** It asks for the next page: by offset or cursor, or again and again. */
function isPaged({ skip, execution }: EntityCall): boolean {
  return skip || execution.loops.some(({ kind }) => paging.has(kind));
}

function known(names: readonly string[], entities: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => entities.includes(name)).sort(compare);
}
