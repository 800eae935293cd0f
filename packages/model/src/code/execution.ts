import type { Place, Span, Zone } from '../app/types.js';
import type { CallFact, Condition, FileFacts, FunctionFact, Term } from './facts.js';
import type { CallSite, Interpreter } from './interpreter.js';
import type { Execution, LoopContext, Trigger } from './view.js';

const MAX_HOPS = 6;
const TRIGGERS = new Set(['effect', 'interval', 'timeout', 'query', 'mutation', 'handler', 'serve']);

/** How a function on the way out leads to the call. */
interface Way {
  readonly through: readonly Place[];
  /** Arguments handed on by the outermost call so far. */
  readonly passed: readonly Term[];
  readonly conditions: readonly Condition[];
  /** A timeout lies between: the loops around it repeat no call that anyone waits for. */
  readonly delayed: boolean;
}

/** Loops and triggers around a call, outward through the functions that call its function. */
export function executionOf(site: CallSite, zone: Zone, interpreter: Interpreter): Execution {
  return execution(site, zone, interpreter, false);
}

/** @param isTimer the site sets a timer; what set it in turn is not asked, so that timers that set each other end. */
function execution(site: CallSite, zone: Zone, interpreter: Interpreter, isTimer: boolean): Execution {
  const loops: LoopContext[] = [];
  const triggers: Trigger[] = [];
  const seen = new Set<string>();

  const visit = (current: CallSite, way: Way): void => {
    if (!way.delayed)
      for (const loop of current.call.loops)
        loops.push({ ...loop, file: current.file, through: way.through, passed: way.passed });
    const facts = interpreter.facts(current.file);
    if (!facts) return;
    const fn = homeOf(current, interpreter);
    const key = homeKey(current, interpreter);
    if (seen.has(key) || seen.size > 40) return;
    seen.add(key);
    const conditions = union(way.conditions, current.call.conditions);
    if (fn === 0) {
      triggers.push({
        kind: 'top',
        place: { file: current.file, start: current.call.start, end: current.call.end },
        ...(conditions.length > 0 ? { conditions } : {}),
      });
      return;
    }
    for (const use of facts.functions[fn]?.uses ?? []) {
      if (!TRIGGERS.has(use.kind) || (use.kind === 'serve' && zone === 'frontend')) continue;
      const timer = use.kind === 'timeout' || use.kind === 'interval' ? callAt(facts, use) : undefined;
      const setting = timer && { file: current.file, call: timer };
      const repeats =
        use.kind === 'timeout' &&
        setting !== undefined &&
        !setting.call.recovery &&
        seen.has(homeKey(setting, interpreter));
      const isInterval = use.kind === 'interval' || repeats;
      const startedBy = isInterval && setting && !isTimer ? startersOf(setting, zone, interpreter) : [];
      const needed = repeats ? union(conditions, setting.call.conditions) : conditions;
      triggers.push({
        kind: isInterval ? 'interval' : (use.kind as Trigger['kind']),
        place: { file: current.file, start: use.start, end: use.end },
        ...(use.everyMs !== undefined ? { everyMs: use.everyMs } : {}),
        ...(use.deps ? { deps: use.deps } : {}),
        ...(use.enabled ? { enabled: true as const } : {}),
        ...(use.pauses ? { pauses: true as const } : {}),
        ...(use.typing ? { typing: true as const } : {}),
        ...(needed.length > 0 ? { conditions: needed } : {}),
        ...(startedBy.length > 0 ? { startedBy } : {}),
        ...(use.kind === 'interval' && endsItself(facts, fn) ? { endsItself: true as const } : {}),
      });
      // What sets a timeout starts what the timeout runs, only later.
      if (setting && !isInterval) visit(setting, { through: way.through, passed: [], conditions, delayed: true });
    }
    if (way.through.length >= MAX_HOPS) return;
    for (const caller of interpreter.callersOf(current.file, fn)) {
      const place = { file: caller.file, start: caller.call.start, end: caller.call.end };
      visit(caller, { through: [...way.through, place], passed: caller.call.args, conditions, delayed: way.delayed });
    }
  };
  visit(site, { through: [], passed: [], conditions: [], delayed: false });
  return { loops, triggers, recursion: recursionOf(site, interpreter), ...namesAround(site, interpreter) };
}

/** Whether a function that an interval runs can end the interval: `if (done) clearInterval(timer)`. */
function endsItself({ calls, functions }: FileFacts, fn: number): boolean {
  const { start, end } = functions[fn] ?? { start: 0, end: 0 };
  return calls.some(
    ({ callee, start: at }) => at >= start && at < end && callee.t === 'global' && callee.name === 'clearInterval',
  );
}

/** What sets a timer off: other timers do not count, since they are set off by something else in turn. */
function startersOf(site: CallSite, zone: Zone, interpreter: Interpreter): readonly Trigger['kind'][] {
  const kinds = execution(site, zone, interpreter, true).triggers.map(({ kind }) => kind);
  return [...new Set(kinds.filter((kind) => kind !== 'interval' && kind !== 'timeout'))].sort();
}

const homeKey = (site: CallSite, interpreter: Interpreter): string => `${site.file}#${homeOf(site, interpreter)}`;

const NOTHING: readonly Condition[] = [];

function union(some: readonly Condition[], more: readonly Condition[] = NOTHING): readonly Condition[] {
  if (more.length === 0 || more === some) return some;
  return some.length === 0 ? more : [...new Set([...some, ...more])].sort();
}

const callsByPlace = new WeakMap<FileFacts, ReadonlyMap<string, CallFact>>();

/** The call that stands at a place of a file, where the facts keep it. */
export function callAt(facts: FileFacts, { start, end }: Span): CallFact | undefined {
  let calls = callsByPlace.get(facts);
  if (!calls)
    callsByPlace.set(facts, (calls = new Map(facts.calls.map((call) => [`${call.start}-${call.end}`, call]))));
  return calls.get(`${start}-${end}`);
}

function recursionOf(site: CallSite, interpreter: Interpreter): Execution['recursion'] {
  const home = homeOf(site, interpreter);
  if (home === 0) return null;
  const inside = interpreter
    .callersOf(site.file, home)
    .find((caller) => caller.file === site.file && homeOf(caller, interpreter) === home);
  if (!inside) return null;
  const { start, end, args } = inside.call;
  return { place: { file: site.file, start, end }, passed: args };
}

function namesAround(
  site: CallSite,
  interpreter: Interpreter,
): { functionName: string | null; component: string | null } {
  const functions = interpreter.facts(site.file)?.functions ?? [];
  let functionName: string | null = null;
  let component: string | null = null;
  for (let id = site.call.fn; id !== 0; id = functions[id]?.parent ?? 0) {
    const fn: FunctionFact | undefined = functions[id];
    functionName ??= fn?.name ?? null;
    if (fn?.component) component ??= fn.name;
  }
  return { functionName, component };
}

/** The nearest function that does not run in place; 0 is the module. */
export function homeOf(
  site: { readonly file: string; readonly call: Pick<CallFact, 'fn'> },
  interpreter: Interpreter,
): number {
  const functions = interpreter.facts(site.file)?.functions ?? [];
  let fn = site.call.fn;
  while (fn !== 0 && functions[fn]?.inPlace) fn = functions[fn]?.parent ?? 0;
  return fn;
}
