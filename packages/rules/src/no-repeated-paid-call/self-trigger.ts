import { functionOf, type App, type Automation, type EntityCall, type FileView } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';

const writes: Readonly<Record<string, readonly string[]>> = {
  update: ['update', 'updateMany', 'bulkUpdate', 'upsert'],
  create: ['create', 'bulkCreate', 'upsert'],
};

/** Writes of an automation's function that start the automation again. */
export function selfTriggers(app: App, { file, entityCalls }: FileView): readonly RuleFinding[] {
  const automations =
    functionOf(app, file)?.automations.filter(({ kind, active }) => kind === 'entity' && active) ?? [];
  return automations.flatMap((automation) =>
    entityCalls.flatMap((call) => {
      const event = eventOf(automation, call);
      return event ? [finding(automation, call, event)] : [];
    }),
  );
}

function eventOf({ entity, events }: Automation, call: EntityCall): string | null {
  if (call.entity.name === null || call.entity.name !== entity) return null;
  return events.find((event) => Object.hasOwn(writes, event) && writes[event]!.includes(call.method)) ?? null;
}

function finding({ entity, place }: Automation, call: EntityCall, event: string): RuleFinding {
  const conditions = call.execution.triggers.flatMap((trigger) => trigger.conditions ?? []);
  // A condition may be what ends the circle: the field has its value already, a status has been reached.
  const mayEnd = conditions.some((condition) => condition !== 'present');
  return {
    severity: mayEnd ? 'low' : 'high',
    confidence: mayEnd ? 'possible' : 'likely',
    message: `This ${event}s a record of ${entity ?? 'the entity'}, which starts this function again, so ${mayEnd ? 'every record may cost several runs' : 'it runs without end and every run costs credits'}.`,
    span: call.span,
    evidence: [{ ...place, note: `starts the function on every ${event} of ${entity ?? 'the entity'}` }],
    advice:
      'End the function before this write where the record already holds what it would write, or write to another entity.',
    suggestions: [],
  };
}
