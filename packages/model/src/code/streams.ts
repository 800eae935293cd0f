import { functionOf, isTestFile } from '../app/zones.js';
import type { App, BackendFunction, Place } from '../app/types.js';
import type { Interpreter } from './interpreter.js';
import type { FileView, RealtimeUse, SdkCall, StreamCallers } from './view.js';

/** Address of a backend function of the app, in any string: `/functions/<name>`. */
export const functionAddress = /(?:^|[/}])functions\/([\w-]+(?:\/[\w-]+)*)/;

/**
 * Adds what only all files of an app together tell: who calls the functions that answer with event streams, and what
 * serves sockets outside the platform.
 */
export function joinStreams(views: readonly FileView[], app: App, interpreter: Interpreter): FileView[] {
  const server = views.map(socketServer).find((place) => place !== null) ?? null;
  const hasStream = views.some(({ realtime }) => realtime.some(({ kind }) => kind === 'event-stream'));
  const callers = hasStream ? callersOf(views, interpreter) : new Map<string, StreamCallers>();
  const joined = (use: RealtimeUse): RealtimeUse => {
    const owner = use.kind === 'event-stream' ? functionOf(app, use.file) : undefined;
    return { ...use, callers: owner ? callersIn(callers, owner) : null, elsewhere: use.elsewhere ?? server };
  };
  return views.map((view) => (view.realtime.length === 0 ? view : { ...view, realtime: view.realtime.map(joined) }));
}

/** The import of a library that serves sockets, in code that does not run on the platform. */
function socketServer({ zone, imports, file }: FileView): Place | null {
  if (zone !== 'other' || isTestFile(file)) return null;
  const found = imports.find(({ from, typeOnly }) => !typeOnly && /^(?:ws|socket\.io)$/.test(from));
  return found ? { file, start: found.start, end: found.end } : null;
}

type Way = keyof StreamCallers;

function callersOf(views: readonly FileView[], interpreter: Interpreter): Map<string, StreamCallers> {
  const found = new Map<string, Record<Way, Place[]>>();
  const add = (name: string, way: Way, { file, start, end }: Place) => {
    const key = name.replace(/^\//, '');
    const entry = found.get(key) ?? { invoked: [], opened: [], fetched: [] };
    found.set(key, entry);
    entry[way].push({ file, start, end });
  };
  for (const { file, zone, sdkCalls, realtime, strings } of views) {
    for (const call of sdkCalls) {
      const way = wayOf(call);
      if (way) for (const name of functionNamesOf(call, interpreter)) add(name, way, { file, ...call.span });
    }
    if (zone === 'function') continue;
    const opened = realtime.filter(({ kind }) => kind === 'eventsource');
    for (const { url, span } of opened) {
      const name = functionAddress.exec(url ?? '')?.[1];
      if (name !== undefined) add(name, 'opened', { file, ...span });
    }
    for (const { value, start, end } of strings) {
      const name = functionAddress.exec(value)?.[1];
      const isOpened = opened.some(({ span }) => span.start <= start && end <= span.end);
      if (name !== undefined && !isOpened) add(name, 'fetched', { file, start, end });
    }
  }
  return found;
}

function wayOf({ member }: SdkCall): Way | null {
  if (!member.startsWith('functions.') || member === 'functions.getEndpoint') return null;
  return member === 'functions.fetch' ? 'fetched' : 'invoked';
}

/** Of `functions.invoke(name)` and `functions.fetch(path)` the names that the argument may be; else the member itself. */
export function functionNamesOf({ member, args, file }: SdkCall, interpreter: Interpreter): readonly string[] {
  if (member !== 'functions.invoke' && member !== 'functions.fetch') return [member.slice('functions.'.length)];
  const [term] = args;
  return term ? interpreter.literalsOf({ file, term }) : [];
}

/** Calls by the name of a function, and by paths below it that it tells apart itself. */
function callersIn(callers: ReadonlyMap<string, StreamCallers>, { name }: BackendFunction): StreamCallers {
  const matching = [...callers].filter(([called]) => called === name || called.startsWith(`${name}/`));
  const all = (way: Way) => matching.flatMap(([, places]) => places[way]);
  return { invoked: all('invoked'), opened: all('opened'), fetched: all('fetched') };
}
