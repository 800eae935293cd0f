import { describe, expect, test } from 'vitest';
import { BACKEND, callOf, callWith, FRONTEND, viewOf } from './testing/view.js';

const client = `import { base44 } from '@/api/base44Client';\nconst { Task, User } = base44.entities;\n`;
const request = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n`;

describe('sort, limit and skip of a read', () => {
  test.each<[string, string | null, number | 'unknown' | null, boolean]>([
    ['Task.list()', null, null, false],
    ["Task.list('-date')", '-date', null, false],
    ["Task.list('-date', 50)", '-date', 50, false],
    ["Task.list('-date', max)", '-date', 'unknown', false],
    ["Task.list('-date', '50')", '-date', 'unknown', false],
    ["Task.list('-date', undefined)", '-date', null, false],
    ["Task.list('-date', null)", '-date', null, false],
    ["Task.list('-date', 50, 100)", '-date', 50, true],
    ["Task.list('-date', 50, undefined)", '-date', 50, false],
    ['Task.list(sort, 50)', null, 50, false],
    ['Task.list(5, 50)', null, 50, false],
    ["Task.filter({ a: 1 }, '-date', 50, 5)", '-date', 50, true],
    ['Task.filter({ a: 1 })', null, null, false],
    ["Task.list({ sort: '-date', limit: 50 })", '-date', 50, false],
    ['Task.list({ limit: max, skip: 5 })', null, 'unknown', true],
    ['Task.list({ cursor: next })', null, null, true],
    ["Task.filter({ a: 1 }, { sort: 'date', limit: 5 })", 'date', 5, false],
    ["Task.get('a', 50)", null, null, false],
    ["Task.deleteMany({ a: 1 }, 'date', 50)", null, null, false],
  ])('%s', (code, sort, limit, skip) => expect(callOf(`${client}${code};`)).toMatchObject({ sort, limit, skip }));
});

describe('the query of a call', () => {
  test.each([
    ['Task.filter({ a: 1 })', 'keys'],
    ['Task.deleteMany({ a: 1 })', 'keys'],
    ['Task.updateMany({ a: 1 }, {})', 'keys'],
    ['Task.filter({})', 'empty'],
    ['Task.filter()', 'none'],
    ['Task.list({ a: 1 })', 'none'],
    ['Task.get({ a: 1 })', 'none'],
    ['Task.create({ a: 1 })', 'none'],
    ['Task.bulkCreate({ a: 1 })', 'none'],
    ['Task.update({ a: 1 })', 'none'],
    ['Task.delete({ a: 1 })', 'none'],
  ])('%s: %s', (code, kind) => expect(callOf(`${client}${code};`).query.kind).toBe(kind));
});

describe('whether a call is one of an entity or of the SDK', () => {
  const seen = (code: string, file = FRONTEND) => {
    const { entityCalls, sdkCalls } = viewOf(code, file);
    return [...entityCalls.map(({ method }) => method), ...sdkCalls.map(({ member }) => member)];
  };

  test.each([
    ['User.list();', ['list']],
    ['User.me();', ['auth.me']],
    ['User.logout();', ['auth.logout']],
    ['Task.me();', ['me']],
    ['Task.invented();', ['invented']],
    ['Task[name]();', []],
  ])('%s', (code, calls) => expect(seen(client + code)).toEqual(calls));

  test('of a client that is only a guess, methods that entities have', () => {
    expect(seen('const run = (x) => { x.entities.Task.list(); x.entities.Task.trim(); };')).toEqual(['list']);
    expect(seen('base44.entities.Task.list(); base44.entities.Task.invented();')).toEqual(['list']);
  });

  test('a computed handle keeps what names the entity', () => {
    const { entity } = callOf(`${client}export const run = (name) => base44.entities[name].list();`);
    expect(entity).toMatchObject({ name: null, candidates: [], key: { t: 'param' } });
    expect(callOf(`${client}Task.list();`).entity).toEqual({ name: 'Task', candidates: ['Task'] });
    const two = callOf(`${client}base44.entities[a ? 'Task' : 'Note'].list();`).entity;
    expect(two).toMatchObject({ name: null, candidates: ['Task', 'Note'] });
  });
});

describe('the zone of a file', () => {
  test.each([
    ['Deno.serve(run);', 'function'],
    ['Deno.served(run);', 'frontend'],
    ['app.serve(run);', 'frontend'],
    ['Bun.serve(run);', 'frontend'],
    ['serve(run);', 'frontend'],
  ])('%s: %s', (code, zone) => expect(viewOf(code, 'src/api/x.js').zone).toBe(zone));

  test('a test that serves stays one', () => expect(viewOf('Deno.serve(run);', 'src/x.test.js').zone).toBe('other'));
});

describe('what the caller decides in messages of the platform', () => {
  const sent = (call: string, file = BACKEND) =>
    viewOf(
      `${request}Deno.serve(async (req) => { const base44 = createClientFromRequest(req); const body = await req.json(); await base44.${call}; });`,
      file,
    ).sdkCalls.find(({ member }) => !member.startsWith('auth.'))?.fromCaller;

  test.each([
    ['integrations.Core.SendEmail({ to: body.to, body: "x" })', ['recipient']],
    ['integrations.Core.SendEmail({ to: "a@b.example", body: body.name })', ['content']],
    ['integrations.Core.InvokeLLM({ prompt: body.question })', ['content', 'text']],
    ['users.inviteUser({ email: body.email })', ['recipient']],
    ['agents.addMessage(id, { content: body.text })', ['content', 'text']],
    ['functions.invoke("x", { to: body.to })', []],
    ['connectors.getConnection({ to: body.to })', []],
  ])('%s', (call, expected) => expect(sent(call)).toEqual(expected));
});

describe('rows that a helper gives back', () => {
  const responded = (code: string) => callWith('list', `${request}${code}`, BACKEND).result;
  const load =
    'const load = async (req) => { const rows = await createClientFromRequest(req).entities.Task.list(); return rows; };';

  test.each([
    ['its caller answers with them', 'Deno.serve(async (req) => Response.json(await load(req)));', 'whole'],
    [
      'its caller answers with some fields',
      'Deno.serve(async (req) => Response.json((await load(req)).map((r) => r.id)));',
      'projected',
    ],
    ['its caller counts them', 'Deno.serve(async (req) => Response.json((await load(req)).length));', 'no'],
    [
      'of two callers one answers with them',
      'Deno.serve(async (req) => { if (x) { const [r] = await load(req); return Response.json(r); } return Response.json(await load(req)); });',
      'whole',
    ],
    [
      'a helper between them',
      'const more = async (req) => load(req); Deno.serve(async (req) => Response.json(await more(req)));',
      'whole',
    ],
    ['nothing calls it', '', 'no'],
    ['it calls itself', 'const again = async (req) => { const r = await load(req); return r ?? again(req); };', 'no'],
  ])('%s', (_, code, expected) => expect(responded(`${load}\n${code}`).responded).toBe(expected));

  test('no more leaves through a caller than the helper gave', () => {
    const one =
      'const load = async (req) => { const [row] = await createClientFromRequest(req).entities.Task.list(); return row; };';
    const result = responded(`${one} Deno.serve(async (req) => Response.json(await load(req)));`);
    expect([result.responded, result.respondedRows]).toEqual(['narrowed', true]);
    const field =
      'const load = async (req) => { const rows = await createClientFromRequest(req).entities.Task.list(); return rows.map((r) => r.name); };';
    expect(responded(`${field} Deno.serve(async (req) => Response.json(await load(req)));`).responded).toBe(
      'projected',
    );
  });

  test('what callers read, keep and ask counts for it', () => {
    const code = `${client}const load = async () => { const rows = await Task.list(); return rows; };
      export const Page = () => { const [rows, setRows] = useState([]);
        useEffect(() => { load().then((all) => { setRows(all.filter((row) => row.done)); all.map((row) => row.title); }); }, []); };`;
    const { result } = callWith('list', code);
    expect(result).toMatchObject({ state: true, states: [{ name: 'rows' }] });
    expect(result.reads).toEqual(['filter', 'map', 'then']);
    expect(result.predicates).toHaveLength(1);
    expect(result.tests).toHaveLength(1);
  });

  test('rows that are kept by the user are the user’s own', () => {
    const of = (question: string) =>
      responded(
        `Deno.serve(async (req) => { const base44 = createClientFromRequest(req); const user = await base44.auth.me(); const rows = await base44.asServiceRole.entities.Task.list(); return Response.json(rows.filter((row) => ${question})); });`,
      ).responded;
    expect(of('row.owner_id === user.id')).toBe('narrowed');
    expect(of('row.done === true')).toBe('whole');
    expect(of('row.done')).toBe('whole');
  });
});
