import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../generated/registry.js';
import { defineRule } from '../rule.js';
import { readDocs, type DocsSample } from './docs.js';
import { membersIn, membersInCode } from './named-members.js';
import type { Sample } from './sample.js';
import { recommended, staleAdvice, withVersion } from './version-advice.js';

const versions = ['0.8.6', '0.8.22', '0.8.31', '0.8.50'];
const source = fileURLToPath(new URL('..', import.meta.url));

function incorrectSamples(name: string, checksJson: boolean): readonly DocsSample[] {
  const page = `${source}/${name}/docs.md`;
  return existsSync(page) ? readDocs(readFileSync(page, 'utf8'), checksJson).incorrect : [];
}

const client = "import { base44 } from '@/api/base44Client';\n";
const page = (code: string): Sample => ({ file: 'src/pages/Tasks.jsx', code: client + code });
const backend = (body: string): Sample => ({
  file: 'base44/functions/job/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const body = await req.json();
  ${body}
});`,
});

/** Code whose best rewrite differs by version, in either zone. */
const snippets: readonly (readonly [string, Sample])[] = [
  ['a socket', page("export const open = () => new WebSocket('wss://live.example.com');")],
  [
    'an event stream',
    backend("return new Response(body.stream, { headers: { 'content-type': 'text/event-stream' } });"),
  ],
  ['polling', page('setInterval(() => base44.entities.Task.list(), 1000);')],
  ['polling of a function', page("setInterval(() => base44.functions.invoke('job'), 1000);")],
  ['a total', page('export const total = async () => (await base44.entities.Task.list()).length;')],
  ['a page', page("export const all = () => base44.entities.Task.list('-created_date', 9000);")],
  ['options of a list', page('export const all = () => base44.entities.Task.list({ limit: 10 });')],
  [
    'a write loop',
    page('export const add = async (rows) => { for (const row of rows) await base44.entities.Task.create(row); };'),
  ],
  [
    'an update loop',
    page(
      "export const close = async (rows) => { for (const row of rows) await base44.entities.Task.update(row.id, { status: 'done' }); };",
    ),
  ],
  [
    'a read loop',
    page(
      'export const load = async (ids) => { const all = []; for (const id of ids) all.push(await base44.entities.Task.get(id)); return all; };',
    ),
  ],
  [
    'a delete loop',
    backend(
      'for (const row of await base44.asServiceRole.entities.Task.list()) await base44.asServiceRole.entities.Task.delete(row.id);\n  return new Response();',
    ),
  ],
  [
    'a counter',
    page(
      'export const more = async (id) => { const row = await base44.entities.Task.get(id); await base44.entities.Task.update(id, { visits: row.visits + 1 }); };',
    ),
  ],
  [
    'find or create',
    backend(
      'const [row] = await base44.asServiceRole.entities.Task.filter({ key: body.key });\n  if (row) await base44.asServiceRole.entities.Task.update(row.id, body);\n  else await base44.asServiceRole.entities.Task.create(body);\n  return new Response();',
    ),
  ],
  [
    'two writes',
    backend(
      'const order = await base44.entities.Order.create(body);\n  await base44.entities.OrderLine.create({ order_id: order.id });\n  return Response.json(order);',
    ),
  ],
  [
    'an OAuth flow',
    backend(
      "const answer = await fetch('https://oauth2.googleapis.com/token', { method: 'POST', body: body.code });\n  return Response.json(await answer.json());",
    ),
  ],
  [
    'mail in a loop',
    backend(
      "for (const to of body.to) await base44.integrations.Core.SendEmail({ to, subject: 'Hi', body: '' });\n  return new Response();",
    ),
  ],
  [
    'made-up members',
    page(
      "base44.entities.Task.findOne({ id: 1 });\nbase44.entities.Task.bulkDelete([1]);\nbase44.auth.login();\nbase44.auth.setPassword('');\nbase44.agents.chat('');",
    ),
  ],
  [
    'later members',
    page(
      'base44.entities.Task.count();\nbase44.entities.Task.upsert([], {});\nbase44.entities.Task.updateMany({}, {});\nbase44.analytics.track({});',
    ),
  ],
];

describe.each(versions)('advice holds for SDK %s', (version) => {
  test.each(rules.map((rule) => [rule.meta.name, rule] as const))(
    'of every rule, in the samples of %s',
    (name, rule) => {
      const stale = incorrectSamples(name, rule.checkJson !== undefined).flatMap((sample) =>
        staleAdvice(rules, sample, version).map((one) => ({ ...one, line: sample.line })),
      );
      expect(stale).toEqual([]);
    },
  );

  test.each(snippets)('of every rule, for %s', (_, sample) => {
    expect(staleAdvice(rules, sample, version)).toEqual([]);
  });
});

test('the walk meets advice that names members, by version', () => {
  const named = (version: string) => new Set(snippets.flatMap(([, sample]) => recommended(rules, sample, version)));
  expect([...named('0.8.50')]).toEqual(
    expect.arrayContaining(['entities.deleteMany', 'entities.count', 'entities.subscribe']),
  );
  expect([...named('0.8.6')]).toContain('entities.deleteMany');
});

/** A rule that says the same whatever the version. */
const planted = (texts: { message?: string; advice?: string; title?: string; edit?: string }) =>
  defineRule({
    meta: {
      name: 'planted',
      description: 'says what the test wants',
      limitations: ['data-no-bulk-delete'],
      preset: 'audit',
      since: '0.2.0',
      precision: 'low',
      words: [],
      related: [],
      schema: { type: 'object', properties: {}, additionalProperties: false },
    },
    defaults: {},
    *checkCode() {
      yield {
        severity: 'low',
        confidence: 'possible',
        message: texts.message ?? 'Something is wrong.',
        span: { start: 0, end: 1 },
        evidence: [],
        advice: texts.advice ?? '',
        suggestions:
          texts.title === undefined && texts.edit === undefined
            ? []
            : [{ title: texts.title ?? 'Mend it', edits: [{ start: 0, end: 0, text: texts.edit ?? '' }] }],
      };
    },
  });

describe('a rule that recommends what the version does not have is found', () => {
  const sample = page('base44.entities.Task.list();');

  test.each([
    ['by its short name', { advice: 'Ask with `count` instead.' }, 'entities.count'],
    ['as a call', { advice: 'Ask with `count({ status })` instead.' }, 'entities.count'],
    ['as a chain', { advice: 'Ask with `base44.entities.Task.count()` instead.' }, 'entities.count'],
    ['of the service role', { advice: 'Ask with `base44.asServiceRole.entities.Task.count()`.' }, 'entities.count'],
    ['of a module', { advice: 'Call `aiGateway.connection()`.' }, 'aiGateway.connection'],
    ['in the message', { message: 'Only `count` would tell.' }, 'entities.count'],
    ['in the title of a suggestion', { title: 'Use `upsert` for both' }, 'entities.upsert'],
    ['in the code of a suggestion', { edit: 'await base44.entities.Task.count()' }, 'entities.count'],
    ['beside one that it has', { advice: 'Use `deleteMany` and `upsert`.' }, 'entities.upsert'],
    ['though another version is named', { advice: 'Use `count`, not the list of SDK 0.8.31.' }, 'entities.count'],
  ])('%s', (_, texts, member) => {
    expect(staleAdvice([planted(texts)], sample, '0.8.31')).toMatchObject([{ rule: 'planted', members: [member] }]);
    expect(staleAdvice([planted(texts)], sample, '0.8.50')).toEqual([]);
  });

  test.each([
    ['it says since when', { advice: 'Ask with `count`, which exists since SDK 0.8.49.' }],
    ['it says that it is not there', { message: 'SDK 0.8.31 has no `entities.count` yet.' }],
    ['every version has it', { advice: 'Use `deleteMany({ id: { $in: ids } })`.' }],
    ['it is no member', { advice: 'Write `status` to the row in `base44/entities/Task.jsonc`.' }],
    ['it is not quoted as code', { advice: 'Then count the rows and aggregate them.' }],
  ])('but not where %s', (_, texts) => {
    expect(staleAdvice([planted(texts)], sample, '0.8.31')).toEqual([]);
  });

  test('but not where the message quotes the code', () => {
    const own = page('base44.entities.Task.count();');
    expect(staleAdvice([planted({ message: 'This `count` runs in a loop.' })], own, '0.8.31')).toEqual([]);
  });
});

describe('members in text', () => {
  test.each([
    ['Use `functions.fetch` or `functions.invoke`.', ['functions.fetch', 'functions.invoke']],
    [
      'Use `bulkUpdate(rows)` and `base44.entities.Task?.updateMany(q, d)`.',
      ['entities.bulkUpdate', 'entities.updateMany'],
    ],
    ['Watch with `subscribe`.', ['entities.subscribe']],
    ['Ask `auth.me()`.', ['auth.me']],
    ['Call `base44.integrations.Core.SendEmail`.', ['integrations.Core.SendEmail']],
    ['No `count` here, no `upsert` either.', []],
    ['`Task` has a field `owner`.', []],
  ])('%s', (text, expected) => {
    expect(membersIn(text)).toEqual(expected);
  });

  test('in code', () => {
    expect(membersInCode('const total = await Task.count({ done: true });')).toEqual(['entities.count']);
    expect(membersInCode('const count = rows.length;')).toEqual([]);
  });

  test('a sample with another version', () => {
    expect(withVersion(backend(''), '0.8.6').code).toContain("'npm:@base44/sdk@0.8.6'");
  });
});
