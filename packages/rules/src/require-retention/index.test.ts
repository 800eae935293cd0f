import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const sdk = "import { base44 } from '@/api/base44Client';\n";
const tidy = (body: string) => ({
  'base44/functions/tidy/entry.ts': `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const { entity } = await req.json();
  const base44 = createClientFromRequest(req);
  ${body}
  return new Response();
});`,
});

function track(entity: string, overrides: Partial<Sample> = {}): Sample {
  return {
    file: 'src/lib/track.js',
    code: `${sdk}export const track = (path) => base44.entities.${entity}.create({ path });`,
    schemas: { [entity]: { properties: { path: { type: 'string' } } } },
    ...overrides,
  };
}

test('the place that adds records is drawn', () => {
  expect(squiggled(rule, track('PageView'))).toMatchInlineSnapshot(`
    "  2 | export const track = (path) => base44.entities.PageView.create({ path });
        |                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

    [1] low/likely Records of PageView are added in one place and never removed, so they pile up until reads slow down or meet a limit that nobody publishes.
        advice: Delete what is older than you need with a scheduled \`deleteMany({ created_date: { $lt: … } })\`, and name entities that must be kept in the option \`keep\`."
  `);
});

test('several places are one finding', () => {
  const code = `${sdk}export const one = () => base44.entities.ErrorLog.create({});\nexport const two = (rows: object[]) => base44.entities.ErrorLog.bulkCreate(rows);`;
  const [finding, ...others] = run(rule, track('ErrorLog', { code, file: 'src/lib/errors.ts' }));
  expect(others).toEqual([]);
  expect(finding!.message).toMatch(/^Records of ErrorLog are added in 2 places and never removed/);
  expect(finding!.evidence).toHaveLength(1);
});

describe('clean', () => {
  test.each<[string, Sample]>([
    [
      'old records are deleted',
      track('PageView', {
        files: tidy('await base44.asServiceRole.entities.PageView.deleteMany({ created_date: { $lt: day } });'),
      }),
    ],
    [
      'the run decides which entity is tidied',
      track('PageView', { files: tidy('await base44.asServiceRole.entities[entity].deleteMany({ done: true });') }),
    ],
    [
      'it is one of those that are tidied',
      track('PageView', {
        files: tidy(
          "for (const name of ['PageView', 'Task']) await base44.asServiceRole.entities[name].deleteMany({ done: true });",
        ),
      }),
    ],
    ['an audit trail is kept', track('AuditLog')],
    ['people enter it', track('WorkLog')],
    ['it is a view of a table', track('SavedView')],
    [
      'a person saves it by a button',
      track('EnergyLog', {
        file: 'src/components/Energy.jsx',
        code: `${sdk}export const Energy = () => <button onClick={() => base44.entities.EnergyLog.create({ level: 1 })} />;`,
      }),
    ],
    [
      'only data for a demonstration is written',
      track('AccessLog', {
        file: 'base44/functions/seedLogs/entry.ts',
        code: "import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nDeno.serve(async (req) => Response.json(await createClientFromRequest(req).entities.AccessLog.create({})));",
      }),
    ],
    ['the name says nothing of growth', track('Event')],
    ['one word is a name of its own', track('Log')],
    [
      'nobody adds records',
      track('PageView', { code: `${sdk}export const views = () => base44.entities.PageView.list();` }),
    ],
    ['only a script adds records', track('PageView', { file: 'scripts/seed.js' })],
    ['the owner wants to keep them', track('PageView', { options: { keep: ['PageView'] } })],
  ])('where %s', (_, sample) => expectClean(rule, sample));
});

describe('what grows by itself', () => {
  test.each([
    'ErrorLog',
    'EmailLogs',
    'DeviceTelemetry',
    'SensorHeartbeat',
    'UptimePing',
    'AdClick',
    'BannerImpression',
    'ProductView',
    'StoryViews',
    'Pageview',
  ])('%s', (entity) => expect(run(rule, track(entity))).toHaveLength(1));

  test.each([
    'Pageviews',
    'Click',
    'Views',
    'TableView',
    'ConsentLog',
    'PrivacyLog',
    'ComplianceLog',
    'TimeLog',
    'FoodLog',
    'TrainingLog',
    'CaptainLog',
    'CallLog',
    'MoodLog',
    'SleepLog',
    'LogEntry',
  ])('not %s', (entity) => expectClean(rule, track(entity)));
});

describe('who adds and who removes', () => {
  const add = (method: string): Sample =>
    track('ErrorLog', { code: `${sdk}export const add = (row) => base44.entities.ErrorLog.${method}(row);` });

  test.each(['create', 'bulkCreate'])('%s adds', (method) => expect(run(rule, add(method))).toHaveLength(1));

  test.each(['update', 'list'])('%s does not', (method) => expectClean(rule, add(method)));

  test.each(['delete(row.id)', 'deleteMany({ done: true })'])('%s removes', (call) => {
    expectClean(rule, track('PageView', { files: tidy(`await base44.entities.PageView.${call};`) }));
  });

  test('the removal of other records is none', () => {
    const files = tidy('await base44.entities.Task.deleteMany({ done: true });');
    expect(run(rule, track('PageView', { files }))).toHaveLength(1);
  });

  test('a removal that is one of several others is none', () => {
    const files = tidy("for (const name of ['Note', 'Task']) await base44.entities[name].deleteMany({ done: true });");
    expect(run(rule, track('PageView', { files }))).toHaveLength(1);
  });

  test('a removal in a script is none, because nobody runs it', () => {
    const files = { 'scripts/tidy.js': `${sdk}base44.entities.PageView.deleteMany({ done: true });` };
    expect(run(rule, track('PageView', { files }))).toHaveLength(1);
  });

  test('what a mutation of the page adds is entered by somebody', () => {
    const code = `${sdk}export const useSave = () => useMutation({ mutationFn: (row) => base44.entities.EnergyLog.create(row) });`;
    expectClean(rule, track('EnergyLog', { code }));
  });

  test('what an effect of the page adds is not', () => {
    const code = `${sdk}export const Page = () => { useEffect(() => { base44.entities.EnergyLog.create({}); }, []); return null; };`;
    expect(run(rule, track('EnergyLog', { code }))).toHaveLength(1);
  });

  test.each(['seedLogs', 'createDemo', 'importLogs', 'migrate_logs', 'backfillLogs'])('%s writes once', (name) => {
    const code =
      "import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nDeno.serve(async (req) => Response.json(await createClientFromRequest(req).entities.ErrorLog.create({})));";
    const found = run(rule, track('ErrorLog', { file: `base44/functions/${name}/entry.ts`, code }));
    expect(found).toEqual([]);
  });

  test('an important event is no import', () => {
    const code =
      "import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nDeno.serve(async (req) => Response.json(await createClientFromRequest(req).entities.ErrorLog.create({})));";
    const file = 'base44/functions/logImportantEvent/entry.ts';
    expect(run(rule, track('ErrorLog', { file, code }))).toHaveLength(1);
  });

  test('at most three further places are shown', () => {
    const one = 'base44.entities.ErrorLog.create({});';
    const [finding] = run(rule, track('ErrorLog', { code: `${sdk}${one.repeat(6)}` }));
    expect(finding!.message).toMatch(/^Records of ErrorLog are added in 6 places and never removed/);
    expect(finding!.evidence.map(({ file, note }) => `${file}: ${note}`)).toEqual(
      Array.from({ length: 3 }, () => 'src/lib/track.js: adds records too'),
    );
    expect(finding!.span).toEqual({ start: sdk.length, end: sdk.length + one.length - 1 });
  });
});
