import { wordsOf, type App, type EntityCall, type FileView } from '@base44-lint/model';

export type Subject = 'regulated' | 'rights' | 'secret' | 'money';

/** A change of records that somebody may have to account for. */
export interface SensitiveChange {
  readonly call: EntityCall;
  readonly entity: string;
  readonly subject: Subject;
}

const CHANGES = new Set(['update', 'updateMany', 'bulkUpdate', 'delete', 'deleteMany']);
const MONEY =
  /^(?:payments?|invoices?|payouts?|refunds?|wallets?|transactions?|payrolls?|ledgers?|salary|salaries|expenses?|donations?|withdrawals?|deposits?)$/;
const RIGHTS = /^(?:role|roles|permissions?|is_admin|isAdmin|access_level|accessLevel|[a-z]+_role)$/;

/** Changes of sensitive entities in the app's own code, in the order of files and places. */
export function sensitiveChanges(app: App, files: readonly FileView[]): readonly SensitiveChange[] {
  return files.flatMap(({ entityCalls, zone }) =>
    zone === 'other'
      ? []
      : entityCalls.flatMap((call) => {
          const { name } = call.entity;
          if (name === null || !CHANGES.has(call.method) || call.origin === 'shim') return [];
          const subject = subjectOf(app, call, name);
          return subject ? [{ call, entity: name, subject }] : [];
        }),
  );
}

function subjectOf(app: App, call: EntityCall, name: string): Subject | null {
  const holds = app.entities[name]?.holds;
  if (holds && holds.regulated.length > 0) return 'regulated';
  if (name === 'User' && setsRights(call)) return 'rights';
  if (wordsOf(name).some((word) => MONEY.test(word))) return 'money';
  return holds && setsOne(call, holds.secret) ? 'secret' : null;
}

function setsRights({ args }: EntityCall): boolean {
  const data = args[1];
  return data?.t === 'object' && data.props.some(([key]) => RIGHTS.test(key));
}

/** An entity with a key in it changes all day; what counts is who changed the key. */
function setsOne({ args }: EntityCall, fields: readonly string[]): boolean {
  const data = args[1];
  return data?.t === 'object' && data.props.some(([key]) => fields.includes(key));
}
