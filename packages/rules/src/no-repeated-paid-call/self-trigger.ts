import {
  functionOf,
  type App,
  type Automation,
  type EntityCall,
  type Evidence,
  type FileView,
} from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';

const writes: Readonly<Record<string, readonly string[]>> = {
  update: ['update', 'updateMany', 'bulkUpdate', 'upsert'],
  create: ['create', 'bulkCreate', 'upsert'],
};

/** Writes of an automation's function that start the automation again: of each automation the worst, with the others as evidence. */
export function selfTriggers(app: App, { file, entityCalls }: FileView): readonly RuleFinding[] {
  const automations =
    functionOf(app, file)?.automations.filter(({ kind, active }) => kind === 'entity' && active) ?? [];
  return automations.flatMap((automation) => {
    const writing = entityCalls.flatMap((call) => {
      const event = eventOf(automation, call);
      return event === null ? [] : [{ call, event, mayEnd: mayEnd(call) }];
    });
    const worst = writing.find((one) => !one.mayEnd) ?? writing[0];
    if (!worst) return [];
    const others = writing.filter((one) => one !== worst).slice(0, 4);
    const evidence = others.map(({ call }) => ({ file, ...call.span, note: 'starts it again as well' }));
    return [finding(automation, worst, evidence)];
  });
}

interface Writing {
  readonly call: EntityCall;
  readonly event: string;
  readonly mayEnd: boolean;
}

/** A condition may be what ends the circle: the field has its value already, a status has been reached. */
function mayEnd({ execution }: EntityCall): boolean {
  return execution.triggers.some(({ conditions }) => conditions?.some((condition) => condition !== 'present'));
}

function eventOf({ entity, events }: Automation, call: EntityCall): string | null {
  if (call.entity.name === null || call.entity.name !== entity) return null;
  return events.find((event) => Object.hasOwn(writes, event) && writes[event]!.includes(call.method)) ?? null;
}

function finding(
  { entity = 'the entity', place }: Automation,
  { call, event, mayEnd: ends }: Writing,
  others: readonly Evidence[],
): RuleFinding {
  return {
    severity: ends ? 'low' : 'high',
    confidence: ends ? 'possible' : 'likely',
    message: `This ${event}s a record of ${entity}, which starts this function again, so ${ends ? 'every record may cost several runs' : 'it runs without end and every run costs credits'}.`,
    span: call.span,
    evidence: [{ ...place, note: `starts the function on every ${event} of ${entity}` }, ...others],
    advice:
      'End the function before this write where the record already holds what it would write, or write to another entity.',
    suggestions: [],
  };
}
