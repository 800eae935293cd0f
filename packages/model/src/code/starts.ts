import type { Span } from '../app/types.js';
import { deadIn } from './dead.js';
import type { FunctionFact, FunctionUseFact } from './facts.js';
import type { Start, StartKind } from './flow.js';
import type { AppGraph, GraphEdge } from './graph.js';
import { holderOf, isSetUp } from './holders.js';
import type { Interpreter } from './interpreter.js';
import type { Walk } from './spends.js';
import type { FileView, Trigger } from './view.js';

/** Something that sets code going, and the functions that it runs. */
export interface Beginning {
  readonly start: Start;
  readonly nodes: readonly number[];
  /** Name of the function that is run, where it has one of its own. */
  readonly runs: string | null;
}

/** What starts are found in. */
export interface Surroundings {
  readonly views: readonly FileView[];
  readonly graph: AppGraph;
  readonly walk: Walk;
  readonly interpreter: Interpreter;
}

/** What sets code of the browser going, as far as calls that leave the app lie behind it. */
export function browserStarts(around: Surroundings): Beginning[] {
  const incoming = edgesInto(around.graph);
  const handed = handedStarts(around);
  const isHanded = new Set(handed.flatMap(({ nodes }) => nodes));
  const starts = pages(around).flatMap((at) => {
    if (at.fn === 0) return [begin(at, 'load', 'top', at.fact, around)];
    const into = incoming.get(at.node) ?? [];
    const kinds = new Set(into.map(({ edge }) => edge.kind));
    const used = at.fact.uses
      // `onClick={m.mutate}` is the start.
      .filter(({ kind }) => kind !== 'mutation' || !isHanded.has(at.node))
      .flatMap((use) => startsBy(use, at, kinds, around));
    const timers = into.flatMap(({ edge, from }) => (around.walk.repeatsItself(edge, from) ? [edge] : []));
    const repeated = timers.slice(0, 1).flatMap((edge) => {
      const use = at.fact.uses.find(({ kind, start }) => kind === 'timeout' && start === edge.place.start);
      return begin(at, 'interval', 'interval', use ?? edge.place, around);
    });
    const renders = at.fact.component && into.length === 0 ? [begin(at, 'effect', null, at.fact, around)] : [];
    return [...used, ...repeated, ...renders];
  });
  return [...starts, ...handed];
}

/** Handlers whose function stands elsewhere: `onClick={send}` with `send` of a hook. */
function handedStarts(around: Surroundings): Beginning[] {
  const { views, graph, walk, interpreter } = around;
  return views
    .filter(({ zone }) => zone === 'frontend')
    .flatMap(({ file, facts }) =>
      facts.handed.flatMap(({ value, use }) =>
        graph.given({ file, term: value }).flatMap(([where, fn]) => {
          const node = graph.nodeOf(where, fn);
          const fact = interpreter.facts(where)?.functions[fn];
          if (node === undefined || !fact || !walk.spends(node)) return [];
          return [begin({ file, fn, fact, node }, 'handler', 'handler', use, around)];
        }),
      ),
    );
}

/**
 * Functions of the browser that nothing in sight runs although calls that leave the app lie behind them, and that the
 * code does not leave unused either: an object or a context holds them, a hook gives them back.
 *
 * @param reached tells what the known starts run
 */
export function unseenStarts(around: Surroundings, reached: (node: number) => boolean): Beginning[] {
  const isDead = deadIn(around.views, around.interpreter);
  const open = new Set(pages(around).flatMap((at) => (reached(at.node) ? [] : [at.node])));
  const called = new Set([...open].flatMap((node) => around.walk.next(node).filter((to) => to !== node)));
  return pages(around).flatMap((at) =>
    open.has(at.node) && !called.has(at.node) && !isDead(at.file, at.fn)
      ? [begin(at, 'handler', null, at.fact, around)]
      : [],
  );
}

interface At {
  readonly file: string;
  readonly fn: number;
  readonly fact: FunctionFact;
  readonly node: number;
}

/** The functions of the browser behind which calls leave the app. */
function pages({ views, graph, walk }: Surroundings): readonly At[] {
  return views
    .filter(({ zone }) => zone === 'frontend')
    .flatMap(({ file, facts }) =>
      facts.functions.flatMap((fact, fn) => {
        const node = graph.nodeOf(file, fn);
        return node !== undefined && walk.spends(node) ? [{ file, fn, fact, node }] : [];
      }),
    );
}

interface Incoming {
  readonly edge: GraphEdge;
  readonly from: number;
}

function edgesInto({ nodes }: AppGraph): ReadonlyMap<number, readonly Incoming[]> {
  const found = new Map<number, Incoming[]>();
  for (const [from, { edges }] of nodes.entries()) {
    for (const edge of edges) {
      const known = found.get(edge.to);
      if (known) known.push({ edge, from });
      else found.set(edge.to, [{ edge, from }]);
    }
  }
  return found;
}

const MUTATION_CALLBACK = /^on(?:Success|Error|Settled|Mutate)$/;

/** @param ways how other code leads to the function */
function startsBy(
  use: FunctionUseFact,
  at: At,
  ways: ReadonlySet<GraphEdge['kind']>,
  around: Surroundings,
): Beginning[] {
  switch (use.kind) {
    case 'handler': {
      // It runs after a mutation, and belongs to what set that going.
      const follows = MUTATION_CALLBACK.test(use.event ?? '') && ways.has('callback');
      return follows ? [] : [begin(at, 'handler', 'handler', use, around)];
    }
    case 'effect':
      return [begin(at, use.deps === 'empty' ? 'load' : 'effect', 'effect', use, around)];
    case 'query': {
      if (!isSetUp(at.file, use, around.interpreter)) return [begin(at, 'handler', 'query', use, around)];
      const refetches = (use.everyMs ?? null) !== null || use.pauses;
      const load = begin(at, 'load', 'query', use, around);
      return refetches ? [load, begin(at, 'interval', 'query', use, around)] : [load];
    }
    case 'mutation':
      // A hook may give the mutation to what sets it going.
      return ways.has('mutation') || ways.has('given')
        ? []
        : [begin(at, 'handler', 'mutation', { ...use, event: 'mutate' }, around)];
    case 'interval':
      return [begin(at, 'interval', 'interval', use, around)];
    default:
      return [];
  }
}

function begin(
  { file, fact, node }: At,
  kind: StartKind,
  by: Trigger['kind'] | null,
  use: Span & Partial<FunctionUseFact>,
  { interpreter }: Surroundings,
): Beginning {
  const place = { file, start: use.start, end: use.end };
  const renders = kind === 'effect' && by === null;
  return {
    start: {
      kind,
      place,
      name: (renders ? fact.name : null) ?? holderOf(file, use, interpreter),
      element: use.element ?? null,
      event: use.event ?? null,
      label: use.label ?? null,
      trigger: by && triggerOf(by, place, use),
      automation: null,
      function: null,
    },
    nodes: [node],
    runs: renders ? null : fact.name,
  };
}

function triggerOf(kind: Trigger['kind'], place: Trigger['place'], use: Partial<FunctionUseFact>): Trigger {
  const { everyMs, deps, enabled, pauses, typing } = use;
  return {
    kind,
    place,
    ...(everyMs === undefined ? {} : { everyMs }),
    ...(deps ? { deps } : {}),
    ...(enabled ? { enabled } : {}),
    ...(pauses ? { pauses } : {}),
    ...(typing ? { typing } : {}),
  };
}
