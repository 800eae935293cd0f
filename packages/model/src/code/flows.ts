import type { App } from '../app/types.js';
import { turnsOf } from './counts.js';
import type { Flow, Spend, Start } from './flow.js';
import type { AppGraph } from './graph.js';
import type { Interpreter } from './interpreter.js';
import { walkOf, type Walk } from './spends.js';
import { agentStarts, automationStarts, requestStart, type BackendStart } from './starts-backend.js';
import { browserStarts, unseenStarts, type Beginning } from './starts.js';
import type { FileView } from './view.js';

/**
 * What sets off the calls of an app that leave its own code, sorted by id. Starts behind which nothing leaves are left out, except
 * automations and agents, whose runs cost something themselves.
 */
export function flowsOf(
  views: readonly FileView[],
  app: App,
  graph: AppGraph,
  interpreter: Interpreter,
): readonly Flow[] {
  const browser = new Set(views.filter(({ zone }) => zone === 'frontend').map(({ file }) => file));
  const isBrowser = (node: number) => browser.has(graph.nodes[node]!.file);
  const walk = walkOf(graph, isBrowser, (file, loop) => turnsOf(file, loop, interpreter));
  const around = { views, graph, walk, interpreter };
  const reached = reachedBy(walk);

  const known = browserStarts(around);
  const backend = [...automationStarts(app, graph), ...agentStarts(app, graph)];
  reached.add([...known.flatMap(({ nodes }) => nodes), ...backend.flatMap(nodesOf)]);
  const unseen = unseenStarts(around, reached.has);
  reached.add(unseen.flatMap(({ nodes }) => nodes));
  const requests = requestStarts(app, graph, interpreter, reached);

  const drafts = [
    ...known.map((one) => draft(one, walk)),
    ...unseen.map((one) => draft(one, walk)).filter(({ spends }) => spends.some(isOfService)),
    ...[...backend, ...requests].map(({ start, roots }) => ({ start, runs: null, ...walk.spendingOf(roots) })),
  ];
  return named(drafts.filter(({ start, spends }) => spends.length > 0 || KEPT.has(start.kind)));
}

const KEPT: ReadonlySet<Start['kind']> = new Set(['schedule', 'entity', 'connector', 'event', 'agent']);

const nodesOf = ({ roots }: BackendStart): readonly number[] => roots.map(({ node }) => node);

interface Reached {
  readonly add: (nodes: readonly number[]) => void;
  readonly has: (node: number) => boolean;
}

function reachedBy({ next }: Walk): Reached {
  const seen = new Set<number>();
  return {
    has: (node) => seen.has(node),
    add(nodes) {
      const stack = [...nodes];
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        if (seen.has(node)) continue;
        seen.add(node);
        stack.push(...next(node));
      }
    },
  };
}

/** Backend functions that nothing in the export starts, and of those that only start each other the first. */
function requestStarts(app: App, graph: AppGraph, interpreter: Interpreter, reached: Reached): BackendStart[] {
  const invoked = new Set(
    graph.nodes.flatMap(({ edges }) => edges.flatMap(({ starts, to }) => (starts === null ? [] : [to]))),
  );
  const byOthers = app.functions.map((one) => graph.rootsOf(one).some((node) => invoked.has(node)));
  const starts: BackendStart[] = [];
  for (const others of [false, true]) {
    for (const [index, one] of app.functions.entries()) {
      const roots = graph.rootsOf(one);
      if (byOthers[index] !== others || roots.length === 0 || roots.some(reached.has)) continue;
      reached.add(roots);
      starts.push(requestStart(one, graph, interpreter));
    }
  }
  return starts;
}

type Draft = Omit<Flow, 'id'> & { readonly runs: string | null };

function draft({ start, runs, nodes }: Beginning, walk: Walk): Draft {
  return { start, runs, ...walk.spendingOf(nodes.map((node) => ({ node, path: [] }))) };
}

/** Where nothing in sight runs a function, a plain request may be the app's own client of some server. */
const isOfService = ({ call }: Spend): boolean => !('service' in call) || call.kind !== 'http';

/** Gives ids; starts that would have the same one are numbered in the order of the code. */
function named(drafts: readonly Draft[]): Flow[] {
  const sorted = drafts
    .map((one) => ({ one, base: idOf(one) }))
    .sort((a, b) => compare(a.base, b.base) || a.one.start.place.start - b.one.start.place.start);
  const seen = new Map<string, number>();
  return sorted.map(({ one: { start, spends, cut }, base }) => {
    const number = (seen.get(base) ?? 0) + 1;
    seen.set(base, number);
    return { id: number === 1 ? base : `${base} #${number}`, start, spends, cut };
  });
}

/** Names nothing that changes when code moves within its file. */
function idOf({ start, runs }: Draft): string {
  const { kind, place, name, element, event, label } = start;
  const at = [element, event].filter((part) => part !== null).join('.');
  const what = kind === 'agent' ? start.function : (runs ?? label);
  return [kind, place.file, name, at, what === name ? null : what]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
