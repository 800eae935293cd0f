import { describe, expect, test } from 'vitest';
import { expectClean, run, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const auditFile = (schema: object, name = 'AuditLog', extra: Partial<Sample> = {}): Sample => ({
  file: `base44/entities/${name}.jsonc`,
  code: JSON.stringify({ name, type: 'object', properties: { action: { type: 'string' } }, ...schema }, null, 2),
  ...extra,
});

describe('a trail that clients may rewrite', () => {
  test('is drawn at the rule that lets them', () => {
    const admin = { user_condition: { role: 'admin' } };
    const rls = { create: true, read: admin, update: true, delete: admin };
    expect(squiggled(rule, auditFile({ rls }))).toMatchInlineSnapshot(`
      " 16 |     "update": true,
          |     ^~~~~~~~~~~~~~ [1]

      [1] medium/certain Any user of the app can rewrite entries of AuditLog, so they prove nothing about who did what.
          advice: Set \`update\` and \`delete\` to false in \`rls\`, which leaves both to the service role, and let only backend functions create entries."
    `);
  });

  test('without any rules is drawn at the name', () => {
    expect(squiggled(rule, auditFile({}))).toMatchInlineSnapshot(`
      "  2 |   "name": "AuditLog",
          |           ^~~~~~~~~~ [1]

      [1] medium/certain Any user of the app can rewrite and delete entries of AuditLog, so they prove nothing about who did what.
          advice: Set \`update\` and \`delete\` to false in \`rls\`, which leaves both to the service role, and let only backend functions create entries."
    `);
  });

  test.each([
    ['delete alone', { create: true, read: true, update: false, delete: null }, 'delete'],
    ['both', { create: true, read: true, update: {}, delete: true }, 'rewrite and delete'],
    ['the role that everyone has', { update: { user_condition: { role: 'user' } }, delete: false }, 'rewrite'],
  ])('%s', (_, rls, what) => {
    expect(run(rule, auditFile({ rls })).map(({ message }) => message)).toEqual([
      `Any user of the app can ${what} entries of AuditLog, so they prove nothing about who did what.`,
    ]);
  });

  test('in a public app anyone can', () => {
    const sample = auditFile({}, 'AuditLog', { app: { visibility: 'public' } });
    expect(run(rule, sample)[0]?.message).toMatch(/^Anyone on the internet can/);
  });

  test.each(['AuditTrail', 'SecurityEvent', 'AccessLog', 'OrderAuditLog', 'LoginHistory'])('%s', (name) =>
    expect(run(rule, auditFile({}, name))).toMatchObject([{ severity: 'medium', confidence: 'certain' }]),
  );

  test.each([
    ['closed', { rls: { create: true, read: true, update: false, delete: false } }, 'AuditLog'],
    ['for a role', { rls: { update: { user_condition: { role: 'admin' } }, delete: false } }, 'AuditLog'],
    ['own entries', { rls: { update: { created_by: '{{user.email}}' }, delete: false } }, 'AuditLog'],
    ['an audit as a service', {}, 'SiteAudit'],
    ['an audit that somebody carries out', {}, 'Audit'],
    ['a diary', {}, 'WorkoutLog'],
    ['a feed', {}, 'ActivityFeed'],
    ['a medical history', {}, 'MedicalHistory'],
  ])('silent: %s', (_, schema, name) => expectClean(rule, auditFile(schema, name)));

  test('an app that names the SDK nowhere may have moved its data: possible', () => {
    const sample = auditFile({}, 'AuditLog', { app: { sdk: { version: null, source: 'none' }, functions: [] } });
    expect(run(rule, sample)).toMatchObject([{ confidence: 'possible' }]);
  });
});

const patient = {
  properties: { name: { type: 'string' }, diagnosis: { type: 'string' }, blood_type: { type: 'string' } },
};
const app = (code: string, extra: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Patients.jsx',
  schemas: { Patient: patient, Hook: { properties: { secret_key: { type: 'string' } } } },
  ...extra,
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
});
const change = 'export const save = (row) => base44.entities.Patient.update(row.id, { diagnosis: row.diagnosis });';

describe('no trail at all', () => {
  test('is reported once, at the first change of what matters most', () => {
    const code = `export const pay = (row) => base44.entities.Invoice.update(row.id, { paid: true });\n${change}\nexport const remove = (row) => base44.entities.Patient.delete(row.id);`;
    expect(squiggled(rule, app(code))).toMatchInlineSnapshot(`
      "  3 | export const save = (row) => base44.entities.Patient.update(row.id, { diagnosis: row.diagnosis });
          |                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/likely Nobody can tell afterwards who changed Patient or what stood there before, because the app keeps no record of changes.
          advice: Make the change in a backend function that also writes who did what and when to an entity such as \`AuditLog\`, whose rules let no client update or delete."
    `);
  });

  test.each([
    ['money', 'export const pay = (row) => base44.entities.Invoice.update(row.id, { paid: true });', 'info', 'Invoice'],
    [
      'rights',
      "export const promote = (row) => base44.entities.User.update(row.id, { role: 'admin' });",
      'low',
      'who gave whom which role',
    ],
    [
      'service role',
      'const sr = base44.asServiceRole;\nexport const save = (row) => sr.entities.Patient.update(row.id, row);',
      'low',
      'Patient',
    ],
    [
      'a secret',
      'export const turn = (row) => base44.entities.Hook.update(row.id, { secret_key: row.next });',
      'low',
      'Hook',
    ],
    [
      'many',
      'export const save = (ids) => base44.entities.Payment.deleteMany({ id: { $in: ids } });',
      'info',
      'Payment',
    ],
    [
      'two entities',
      'export const save = (row) => {\n  base44.entities.Payment.update(row.id, row);\n  base44.entities.Refund.update(row.id, row);\n};',
      'info',
      'Payment and Refund',
    ],
  ])('%s', (_, code, severity, named) => {
    expect(runApp(rule, app(code))).toMatchObject([
      { severity, confidence: 'likely', message: expect.stringContaining(named) },
    ]);
  });

  test.each([
    ['an audit entity', change, { schemas: { Patient: patient, AuditLog: { rls: { update: false, delete: false } } } }],
    ['an activity entity', change, { schemas: { Patient: patient, UserActivity: {} } }],
    [
      'an entity with old and new values',
      change,
      { schemas: { Patient: patient, Movement: { properties: { old_value: {}, new_value: {} } } } },
    ],
    ['an audit entity without schema', `${change}\nbase44.entities.ChangeLog.create({ action: 'x' });`, {}],
    ['records that say who changed what', `${change}\nbase44.entities.Note.create({ changed_by: 'x' });`, {}],
    [
      'an automation on the entity',
      change,
      {
        files: {
          'base44/functions/watch/entry.ts': 'Deno.serve(() => new Response());',
          'base44/functions/watch/function.jsonc': {
            name: 'watch',
            entry: 'entry.ts',
            automations: [{ type: 'entity', name: 'watch', entity_name: 'Patient', event_types: ['update'] }],
          },
        },
      },
    ],
    [
      'an automation on all entities',
      change,
      {
        files: {
          'base44/functions/watch/entry.ts': 'Deno.serve(() => new Response());',
          'base44/functions/watch/function.jsonc': {
            name: 'watch',
            entry: 'entry.ts',
            automations: [
              { type: 'scheduled', name: 'often', cron_expression: '0 * * * *' },
              { type: 'entity', name: 'watch', event_types: ['update'] },
            ],
          },
        },
      },
    ],
    [
      'one of several entities that a name may mean',
      `${change}\nconst keep = (all) => base44.entities[all ? 'Note' : 'AuditLog'].list();`,
      {},
    ],
    ['a log without another word', change, { schemas: { Patient: patient, Logs: {} } }],
    ['a history of something', change, { schemas: { Patient: patient, StatusHistory: {} } }],
    ['edits of data', change, { schemas: { Patient: patient, DataEdits: { properties: { actor_id: {} } } } }],
    [
      'nothing sensitive',
      'export const save = (row) => base44.entities.Task.update(row.id, row);',
      { schemas: { Task: {} } },
    ],
    [
      'a note beside a secret',
      'export const use = (row) => base44.entities.Hook.update(row.id, { used: true });',
      { schemas: { Hook: { properties: { secret_key: { type: 'string' }, used: { type: 'boolean' } } } } },
    ],
    ['only new records', 'export const add = (row) => base44.entities.Patient.create(row);', {}],
    ['own profile', 'export const save = (row) => base44.entities.User.update(row.id, { theme: 1 });', {}],
    ['a script', change, { file: 'scripts/fix.test.js' }],
  ] as [string, string, Partial<Sample>][])('silent: %s', (_, code, extra) =>
    expect(runApp(rule, app(code, extra))).toEqual([]),
  );

  test.each<[string, string, Partial<Sample>]>([
    [
      'an automation on other entities, and a schedule',
      change,
      {
        files: {
          'base44/functions/watch/entry.ts': 'Deno.serve(() => new Response());',
          'base44/functions/watch/function.jsonc': {
            name: 'watch',
            entry: 'entry.ts',
            automations: [
              { type: 'scheduled', name: 'often', cron_expression: '0 * * * *' },
              { type: 'entity', name: 'watch', entity_name: 'Hook', event_types: ['update'] },
            ],
          },
        },
      },
    ],
    ['a diary that is no record of changes', change, { schemas: { Patient: patient, WorkoutLog: {} } }],
    ['a feed', change, { schemas: { Patient: patient, Newsfeed: {} } }],
    ['the change itself naming who did it', change.replace('diagnosis: row', 'changed_by: row'), {}],
    ['a record whose content nobody sees', `${change}\nbase44.entities.Note.create(row);`, {}],
    ['a record without content', `${change}\nbase44.entities.Note.create();`, {}],
  ])('reported all the same: %s', (_, code, extra) => expect(runApp(rule, app(code, extra))).toHaveLength(1));

  test('a record that also says who did it is a trail', () => {
    const code = `${change}\nbase44.entities.Note.create({ text: 'x', performed_by: 'y' });`;
    expect(runApp(rule, app(code))).toEqual([]);
  });

  test('many entities are counted', () => {
    const save = (name: string) => `base44.entities.${name}.update(row.id, row);`;
    const code = `export const save = (row) => { ${['Payment', 'Refund', 'Deposit', 'Payment'].map(save).join(' ')} };`;
    expect(runApp(rule, app(code))[0]!.message).toBe(
      'Nobody can tell afterwards who changed Payment and 2 more entities or what stood there before, because the app keeps no record of changes.',
    );
  });

  test('what matters most comes first, wherever it stands', () => {
    const pay = 'base44.entities.Payment.update(row.id, row);';
    const turn = 'base44.entities.Hook.update(row.id, { used: true, secret_key: row.next });';
    const promote = "base44.entities.User.update(row.id, { name: 'a', role: 'admin' });";
    const save = 'base44.entities.Patient.update(row.id, row);';
    const named = (...parts: readonly string[]) =>
      runApp(rule, app(`export const all = (row) => { ${parts.join(' ')} };`))[0]!.message;
    expect(named(pay, turn)).toContain('who changed Hook or');
    expect(named(pay, turn, promote)).toContain('who gave whom which role');
    expect(named(pay, turn, promote, save)).toContain('who changed Patient or');
  });

  test.each([
    ['a word of money in a longer name', 'base44.entities.OrderPayment.update(row.id, row);', 1],
    ['rights of another entity', "base44.entities.Team.update(row.id, { role: 'admin' });", 0],
    ['rights that the run decides', 'base44.entities.User.update(row.id, row);', 0],
    ['a call without data', 'base44.entities.User.update(row.id);', 0],
    ['a name that the run decides', 'base44.entities[row.name].update(row.id, row);', 0],
    ['an own client', 'base44.entities = { Payment: own };\nbase44.entities.Payment.update(row.id, row);', 0],
  ])('%s', (_, code, count) =>
    expect(runApp(rule, app(`export const all = (row) => {\n${code}\n};`))).toHaveLength(count),
  );

  test('in TypeScript', () => {
    const code = 'export const save = (row: { id: string }) => (base44 as any).entities.Patient.update(row.id!, row);';
    expect(runApp(rule, app(code, { file: 'src/lib/patients.ts' }))).toHaveLength(1);
  });
});
