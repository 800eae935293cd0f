import type { Node } from 'jsonc-parser';
import { isRecord, type JsonFile, memberOf, placeOf, textOfNode, valueOf } from './json.js';
import type { Automation, Place, Schedule } from './types.js';

/** What the automations of a function's `function.jsonc` and the workflows that name it start it by. */
export type AutomationsByFunction = ReadonlyMap<string, readonly Automation[]>;

/** The `automations` of a `function.jsonc` (platform-facts section 6). */
export function automationsOf({ file, node }: JsonFile): Automation[] {
  const list = memberOf(node, 'automations');
  return list?.type === 'array'
    ? (list.children ?? []).map((child) => automationOf(valueOf(child), placeOf(file, child)))
    : [];
}

/** Automations by the function that a workflow calls. A workflow that calls several starts each of them. */
export function workflowAutomations(workflows: readonly JsonFile[]): AutomationsByFunction {
  const found = new Map<string, Automation[]>();
  for (const workflow of workflows) {
    const automation = automationOfWorkflow(workflow);
    if (!automation) continue;
    for (const name of new Set(functionNamesIn(workflow.node).map(([, value]) => value)))
      found.set(name, [...(found.get(name) ?? []), automation]);
  }
  return found;
}

/** The values of `function_name` in a tree, with their nodes. */
export function functionNamesIn(root: Node): (readonly [Node, string])[] {
  const found: (readonly [Node, string])[] = [];
  const visit = (node: Node): void => {
    const [key, value] = node.type === 'property' ? (node.children ?? []) : [];
    const name = key?.value === 'function_name' ? textOfNode(value) : undefined;
    if (value && name !== undefined) found.push([value, name]);
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return found;
}

function automationOfWorkflow({ file, node, value }: JsonFile): Automation | null {
  const trigger = memberOf(node, 'trigger');
  const config = memberOf(trigger, 'config') ?? trigger;
  if (!trigger || !config || !isRecord(value)) return null;
  const settings = valueOf(config);
  const active = value['is_active'] !== false;
  return { ...automationOf(settings, placeOf(file, trigger)), name: textIn(value, 'name'), active };
}

function automationOf(value: unknown, place: Place): Automation {
  const settings = isRecord(value) ? value : {};
  const common = { name: textIn(settings, 'name'), active: settings['is_active'] !== false, place };
  switch (textIn(settings, 'type') ?? textIn(settings, 'trigger_type')) {
    case 'scheduled':
      return { ...common, kind: 'schedule', events: [], schedule: scheduleOf(settings) };
    case 'entity': {
      const entity = textIn(settings, 'entity_name');
      return { ...common, kind: 'entity', events: eventsIn(settings), ...(entity !== null && { entity }) };
    }
    case 'connector':
      return { ...common, kind: 'connector', events: eventsIn(settings) };
    default:
      return { ...common, kind: 'other', events: eventsIn(settings) };
  }
}

const minutesOf: Readonly<Record<string, number>> = {
  minute: 1,
  hour: 60,
  day: 24 * 60,
  week: 7 * 24 * 60,
  month: 30 * 24 * 60,
};

/** `function.jsonc` writes `repeat_unit` and `repeat_interval`, a workflow `interval_unit` and `interval_value`. */
function scheduleOf(settings: Readonly<Record<string, unknown>>): Schedule {
  const cron = textIn(settings, 'cron_expression');
  if (cron !== null) return { cron, everyMinutes: null, once: false };
  const unit = (textIn(settings, 'repeat_unit') ?? textIn(settings, 'interval_unit') ?? '').replace(/s$/, '');
  const count = settings['repeat_interval'] ?? settings['interval_value'];
  const minutes = Object.hasOwn(minutesOf, unit) ? minutesOf[unit] : undefined;
  if (minutes !== undefined && typeof count === 'number' && count > 0) {
    const days = settings['repeat_on_days'];
    const perWeek = unit === 'week' && Array.isArray(days) && days.length > 0 ? days.length : 1;
    return { cron: null, everyMinutes: (minutes * count) / perWeek, once: false };
  }
  const once =
    /^one[-_ ]?time$/.test(textIn(settings, 'schedule_mode') ?? '') || textIn(settings, 'one_time_date') !== null;
  return { cron: null, everyMinutes: null, once };
}

function eventsIn(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const events = settings['event_types'] ?? settings['events'];
  return Array.isArray(events) ? events.filter((event) => typeof event === 'string') : [];
}

/** A text that is not empty; null where there is none. */
function textIn(settings: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = settings[key];
  return typeof value === 'string' && value !== '' ? value : null;
}
