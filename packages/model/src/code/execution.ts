import type { Place, Zone } from '../app/types.js';
import type { FunctionFact, Term } from './facts.js';
import type { CallSite, Interpreter } from './interpreter.js';
import type { Execution, LoopContext, Trigger } from './view.js';

const MAX_HOPS = 6;
const TRIGGERS = new Set(['effect', 'interval', 'timeout', 'query', 'mutation', 'handler', 'serve']);

/** Loops and triggers around a call, outward through the functions that call its function. */
export function executionOf(site: CallSite, zone: Zone, interpreter: Interpreter): Execution {
  const loops: LoopContext[] = [];
  const triggers: Trigger[] = [];
  const seen = new Set<string>();

  const visit = (current: CallSite, through: readonly Place[], passed: readonly Term[]): void => {
    for (const loop of current.call.loops) loops.push({ ...loop, file: current.file, through, passed });
    const facts = interpreter.facts(current.file);
    if (!facts) return;
    const fn = homeOf(current, interpreter);
    const key = `${current.file}#${fn}`;
    if (seen.has(key) || seen.size > 40) return;
    seen.add(key);
    if (fn === 0) {
      triggers.push({ kind: 'top', place: { file: current.file, start: current.call.start, end: current.call.end } });
      return;
    }
    for (const use of facts.functions[fn]?.uses ?? []) {
      if (!TRIGGERS.has(use.kind) || (use.kind === 'serve' && zone === 'frontend')) continue;
      triggers.push({
        kind: use.kind as Trigger['kind'],
        place: { file: current.file, start: use.start, end: use.end },
        ...(use.everyMs !== undefined ? { everyMs: use.everyMs } : {}),
        ...(use.deps ? { deps: use.deps } : {}),
        ...(use.enabled ? { enabled: true as const } : {}),
      });
    }
    if (through.length >= MAX_HOPS) return;
    for (const caller of interpreter.callersOf(current.file, fn)) {
      visit(
        caller,
        [...through, { file: caller.file, start: caller.call.start, end: caller.call.end }],
        caller.call.args,
      );
    }
  };
  visit(site, [], []);
  return { loops, triggers, recursion: recursionOf(site, interpreter), ...namesAround(site, interpreter) };
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
export function homeOf(site: CallSite, interpreter: Interpreter): number {
  const functions = interpreter.facts(site.file)?.functions ?? [];
  let fn = site.call.fn;
  while (fn !== 0 && functions[fn]?.inPlace) fn = functions[fn]?.parent ?? 0;
  return fn;
}
