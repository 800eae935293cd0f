import { isRecord } from '../app/json.js';
import type { App, Automation, BackendFunction, JsonResource, Place } from '../app/types.js';
import type { Start, StartKind } from './flow.js';
import type { AppGraph } from './graph.js';
import type { Interpreter } from './interpreter.js';
import type { Root } from './spends.js';

/** Something that sets backend functions going. */
export interface BackendStart {
  readonly start: Start;
  readonly roots: readonly Root[];
}

/** Schedules, events and workflows, each once, with all functions that it starts. */
export function automationStarts({ functions }: App, graph: AppGraph): BackendStart[] {
  const started = new Map<Automation, BackendFunction[]>();
  for (const one of functions)
    for (const automation of one.automations) started.set(automation, [...(started.get(automation) ?? []), one]);
  return [...started].map(([automation, targets]) => ({
    start: startOf(KINDS[automation.kind], automation.place, automation.name ?? targets[0]!.name, {
      automation,
      function: targets.length === 1 ? targets[0]!.name : null,
    }),
    roots: targets.flatMap((target) => {
      const named = target.triggers.find(({ file }) => file === automation.place.file);
      return rootsBy(target, named ?? automation.place, graph);
    }),
  }));
}

const KINDS: Readonly<Record<Automation['kind'], StartKind>> = {
  schedule: 'schedule',
  entity: 'entity',
  connector: 'connector',
  other: 'event',
};

/** Backend functions that agents may use, one start for each. */
export function agentStarts({ agents, functions }: App, graph: AppGraph): BackendStart[] {
  const byName = new Map(functions.map((one) => [one.name, one]));
  return agents.flatMap((agent) => {
    const place: Place = { file: agent.file, start: 0, end: 0 };
    return toolsOf(agent).flatMap((tool) => {
      const target = byName.get(tool);
      const start = startOf('agent', place, agent.name, { function: tool });
      return target ? [{ start, roots: rootsBy(target, place, graph) }] : [];
    });
  });
}

/** The functions among the tools of an agent: `tool_configs: [{ function_name }]`. */
function toolsOf({ value }: JsonResource): readonly string[] {
  const tools = isRecord(value) ? value['tool_configs'] : undefined;
  if (!Array.isArray(tools)) return [];
  const names = tools.map((tool: unknown) => (isRecord(tool) ? tool['function_name'] : undefined));
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}

/** A request to a backend function from outside: a webhook, a link or another app. */
export function requestStart(one: BackendFunction, graph: AppGraph, interpreter: Interpreter): BackendStart {
  const nodes = graph.rootsOf(one);
  const handler = nodes.find((node) => graph.nodes[node]?.fn !== 0);
  const { file, fn } = graph.nodes[handler ?? -1] ?? { file: one.file, fn: 0 };
  const span = interpreter.facts(file)?.functions[fn];
  const place: Place = { file, start: span?.start ?? 0, end: span?.end ?? 0 };
  return {
    start: startOf('request', place, one.name, { function: one.name }),
    roots: nodes.map((node) => ({ node, path: [] })),
  };
}

function rootsBy(target: BackendFunction, place: Place, graph: AppGraph): readonly Root[] {
  return graph.rootsOf(target).map((node) => ({ node, path: [{ place, starts: target.name }] }));
}

function startOf(
  kind: StartKind,
  place: Place,
  name: string,
  more: Partial<Pick<Start, 'automation' | 'function'>>,
): Start {
  const none = { element: null, event: null, label: null, trigger: null, automation: null, function: null };
  return { ...none, kind, place, name, ...more };
}
