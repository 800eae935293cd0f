import { describe, expect, test } from 'vitest';
import type { ResultUse } from './facts.js';
import { BACKEND, callWith } from './testing/view.js';

const request = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n`;
const client = `import { base44 } from '@/api/base44Client';\nconst { Task } = base44.entities;\n`;

const resultIn = (code: string): ResultUse => callWith('list', client + code).result;

/** A backend function that reads all rows into `rows` and then runs the given statements. */
const respondedBy = (statements: string, outside = ''): string =>
  callWith(
    'list',
    `${request}${outside}\nDeno.serve(async (req) => { const base44 = createClientFromRequest(req); const user = await base44.auth.me(); const { status } = await req.json();
      const rows = await base44.asServiceRole.entities.Task.list(); ${statements} });`,
    BACKEND,
  ).result.responded;

describe('how much of the rows a backend function hands back', () => {
  test.each([
    ['Response.json', `return Response.json(rows);`, 'whole'],
    ['in an object', `return Response.json({ rows, total: rows.length });`, 'whole'],
    ['new Response', `return new Response(JSON.stringify(rows));`, 'whole'],
    ['helper that answers', `return json({ data: rows });`, 'whole'],
    ['sorted', `return Response.json(rows.sort((a, b) => a.n - b.n).slice(0, 100));`, 'whole'],
    ['spread', `return Response.json([...rows]);`, 'whole'],
    ['let', `let all = []; all = rows; return Response.json(all);`, 'whole'],
    ['searched only', `return Response.json(rows.filter((row) => row.status === status));`, 'whole'],
    ['some fields', `return Response.json(rows.map(({ id, title }) => ({ id, title })));`, 'projected'],
    [
      'some fields, in a constant',
      `const out = rows.map((row) => row.id); return Response.json({ out });`,
      'projected',
    ],
    ['one row', `return Response.json(rows[0]);`, 'narrowed'],
    [
      'the first of a search',
      `const row = rows.find((one) => one.id === status); return Response.json({ row });`,
      'narrowed',
    ],
    ['a sum', `return Response.json({ total: rows.reduce((sum, row) => sum + row.n, 0) });`, 'narrowed'],
    ['only the rows of the user', `return Response.json(rows.filter((row) => row.owner_id === user.id));`, 'narrowed'],
    ['only a number', `return Response.json({ total: rows.length });`, 'no'],
    ['nothing', `for (const row of rows) console.log(row.id); return Response.json({ ok: true });`, 'no'],
  ])('%s', (_name, statements, responded) => {
    expect(respondedBy(statements)).toBe(responded);
  });

  test.each([
    [
      'read by a helper, answered by its caller',
      `const load = async (b) => b.entities.Task.list(); Deno.serve(async (req) => Response.json(await load(createClientFromRequest(req))));`,
      'whole',
    ],
    [
      'read by a helper, one row answered',
      `const load = async (b) => { const rows = await b.entities.Task.list(); return rows; }; Deno.serve(async (req) => { const [row] = await load(createClientFromRequest(req)); return Response.json({ n: row.length }); });`,
      'no',
    ],
    [
      'through two helpers',
      `const a = (b) => b.entities.Task.list(); const c = async (b) => { const rows = await a(b); return rows; }; Deno.serve(async (req) => Response.json({ rows: await c(createClientFromRequest(req)) }));`,
      'whole',
    ],
    [
      'one of two callers answers',
      `const load = (b) => b.entities.Task.list(); Deno.serve(async (req) => { const b = createClientFromRequest(req); const n = (await load(b)).length; return Response.json({ n, rows: await load(b) }); });`,
      'whole',
    ],
    [
      'Promise.all',
      `Deno.serve(async (req) => { const b = createClientFromRequest(req); const [rows, others] = await Promise.all([b.entities.Task.list(), other()]); return Response.json({ rows }); });`,
      'whole',
    ],
    [
      'Promise.all, the other name',
      `Deno.serve(async (req) => { const b = createClientFromRequest(req); const [rows, others] = await Promise.all([b.entities.Task.list(), other()]); return Response.json({ others }); });`,
      'no',
    ],
  ])('%s', (_name, code, responded) => {
    expect(callWith('list', request + code, BACKEND).result.responded).toBe(responded);
  });
});

describe('ways that rows take to an answer', () => {
  test.each([
    ['one of two', `return Response.json(status ? rows : []);`, 'whole'],
    ['asked in a condition', `return Response.json(rows ? 1 : 2);`, 'no'],
    ['behind &&', `return Response.json(status && rows);`, 'whole'],
    ['asked before &&', `return Response.json(rows && 1);`, 'no'],
    ['with a default', `return Response.json(rows || []);`, 'whole'],
    ['with a nullish default', `return Response.json(rows ?? []);`, 'whole'],
    ['the last of a sequence', `return Response.json((log(), rows));`, 'whole'],
    ['named, then handed on', `const all = rows; const out = all; return Response.json(out);`, 'whole'],
    ['added to a text', `let all = ''; all += rows; return Response.json(all);`, 'no'],
    ['as a name of a member', `return Response.json(names[rows]);`, 'no'],
    ['as a key', `return Response.json({ [rows]: 1 });`, 'no'],
    ['in a list', `return Response.json([status, rows]);`, 'whole'],
    ['in a list, taken out again', `const [a, b] = [status, rows]; return Response.json(b);`, 'whole'],
    ['in a list, the other one taken out', `const [a, b] = [status, rows]; return Response.json(a);`, 'no'],
    ['in an object, taken out again', `const box = { rows }; return Response.json(box.rows);`, 'whole'],
    ['in an object, something else taken out', `const box = { rows, n: 1 }; return Response.json(box.n);`, 'no'],
    ['in an object, taken out by any name', `const box = { rows }; return Response.json(box[status]);`, 'whole'],
    ['under any name, taken out by one', `const box = { [status]: rows }; return Response.json(box.rows);`, 'whole'],
    ['in an object, by a pattern', `const { all } = { all: rows }; return Response.json(all);`, 'whole'],
    ['in an object, another name of a pattern', `const { n } = { all: rows, n: 1 }; return Response.json(n);`, 'no'],
    ['in an object within an object', `const box = { a: { b: rows } }; return Response.json(box.a.b);`, 'whole'],
    ['in an object within, another one', `const box = { a: { b: rows } }; return Response.json(box.a.c);`, 'no'],
    ['the data of a page', `const { data } = rows; return Response.json(data);`, 'whole'],
    ['another member of a page', `const { total } = rows; return Response.json(total);`, 'no'],
    ['the first, by a pattern', `const [row] = rows; return Response.json(row);`, 'narrowed'],
    ['copied', `return Response.json(structuredClone(rows));`, 'whole'],
    ['as a set', `return Response.json([...new Set(rows)]);`, 'whole'],
    ['with other rows', `return Response.json(rows.concat(others));`, 'whole'],
    ['the last', `return Response.json(rows.at(-1));`, 'narrowed'],
    ['the last, taken off', `return Response.json(rows.pop());`, 'narrowed'],
    ['one by index', `return Response.json(rows[status]);`, 'narrowed'],
    ['made into another shape', `return Response.json(rows.flatMap((row) => [row.a, row.b]));`, 'projected'],
    ['one of another shape', `return Response.json(rows.map((row) => row.a).at(0));`, 'narrowed'],
    ['handed to a function', `return Response.json(shape(rows));`, 'no'],
    ['told by a helper', `return ok(rows);`, 'whole'],
    ['in a callback', `return Promise.resolve(rows).then((all) => Response.json(all));`, 'no'],
    [
      'collected one by one',
      `const out = []; for (const row of rows) out.push(row); return Response.json(out);`,
      'projected',
    ],
    [
      'collected as copies',
      `const out = []; for (const row of rows) out.push({ ...row, n: 1 }); return Response.json(out);`,
      'projected',
    ],
    ['a field collected', `const out = []; for (const row of rows) out.push(row.id); return Response.json(out);`, 'no'],
    ['kept elsewhere', `const out = []; for (const row of rows) out.keep(row); return Response.json(out);`, 'no'],
    [
      'collected with a note',
      `const out = []; for (const row of rows) out.push(1, row); return Response.json(out);`,
      'no',
    ],
    [
      'collected in lists',
      `const out = []; for (const row of rows) out.push([...row]); return Response.json(out);`,
      'no',
    ],
    ['collected by parts', `const out = []; for (const { id } of rows) out.push(id); return Response.json(out);`, 'no'],
    [
      'one of the rows is visited',
      `const out = []; for (const part of rows[0]) out.push(part); return Response.json(out);`,
      'narrowed',
    ],
  ])('%s', (_name, statements, responded) => {
    expect(respondedBy(statements)).toBe(responded);
  });

  test.each([
    ['all', `return Response.json(rows);`, true, []],
    ['one', `return Response.json(rows[0]);`, true, []],
    ['a field of one', `return Response.json({ a: rows[0].email, b: rows[0].name });`, false, ['email', 'name']],
    ['a field of a field', `return Response.json(rows[0].owner.email);`, false, ['owner']],
    ['the id of one', `return Response.json(rows[0].id);`, false, []],
    ['when one was made', `return Response.json(rows[0].created_date);`, false, []],
    ['one and a field of it', `return Response.json({ row: rows[0], name: rows[0].name });`, true, ['name']],
  ])('rows or fields of them: %s', (_, statements, rows, fields) => {
    const code = `${request}Deno.serve(async (req) => { const base44 = createClientFromRequest(req);
      const rows = await base44.asServiceRole.entities.Task.list(); ${statements} });`;
    const { respondedRows, respondedFields } = callWith('list', code, BACKEND).result;
    expect([respondedRows, respondedFields]).toEqual([rows, fields]);
  });
});

describe('what browser code does with rows', () => {
  test.each([
    ['state by name', `Task.list().then(setRows);`, true],
    ['state in a callback', `Task.list().then((rows) => setRows(rows.slice(0, 5)));`, true],
    ['state after await', `const load = async () => { const rows = await Task.list(); setRows(rows); };`, true],
    [
      'state through a filter',
      `const load = async () => { setRows((await Task.list()).filter((row) => row.open)); };`,
      true,
    ],
    ['each handed to a setter', `Task.list().then((rows) => rows.map(setRow));`, false],
    ['a function by another name', `Task.list().then(resetRows);`, false],
    ['no state', `const load = async () => { const rows = await Task.list(); log(rows); };`, false],
  ])('reaches the state: %s', (_name, code, state) => {
    expect(resultIn(code).state).toBe(state);
  });

  test.each([
    ['ignored', `Task.list();`, true],
    ['awaited and ignored', `await Task.list();`, true],
    ['stored', `const rows = await Task.list();`, false],
    ['handed on', `show(await Task.list());`, false],
  ])('is looked at: %s', (_name, code, ignored) => {
    expect(resultIn(code).ignored).toBe(ignored);
  });

  test('what is read of it', () => {
    expect(
      resultIn(`const rows = await Task.list(); const n = rows.length; rows.map(f); const first = rows[0];`).reads,
    ).toEqual(['0', 'length', 'map']);
  });

  test('each part of an object that is kept is followed by its own name', () => {
    const { tests } = resultIn(
      `const load = async () => { const all = await Task.list(); const box = { open: all.slice(1), done: all.slice(2) }; box.open.find((t) => t.a); box.done.find((t) => t.b); };`,
    );
    expect(
      tests.map(({ test: asked }) => asked.op === 'truthy' && asked.term.t === 'get' && asked.term.key).sort(),
    ).toEqual(['a', 'b']);
  });

  test('values that hold themselves end', () => {
    expect(resultIn(`let all = await Task.list(); while (more) { all = { all }; }`).returned).toBe('no');
  });

  test.each([
    ['a call that is handed them', `draw(await Task.list());`, ['draw()']],
    ['a visit of each', `for (const t of await Task.list()) add(t);`, ['iterate']],
    ['a member of one', `const [row] = await Task.list(); row.name;`, ['name']],
    ['a computed member', `const rows = await Task.list(); rows[n];`, ['[]']],
    ['nothing', `const rows = await Task.list();`, []],
    ['nothing but a state', `Task.list().then(setRows);`, ['then']],
  ])('what is read of it: %s', (_, code, reads) => expect(resultIn(code).reads).toEqual(reads));

  test.each([
    ['a block with one statement', `rows.filter((t) => { return t.mine; });`, ['truthy']],
    ['several', `rows.filter((t) => t.mine).filter((t) => !t.done);`, ['not', 'truthy']],
    ['a block with more', `rows.filter((t) => { if (all) return true; return t.mine; });`, []],
    ['a function by name', `rows.filter(isMine);`, []],
    ['what finds one', `rows.find((t) => t.mine);`, []],
    ['what asks whether there is one', `rows.some((t) => t.mine);`, []],
  ])('what is kept of the rows: %s', (_, code, kinds) => {
    const { predicates } = resultIn(`const rows = await Task.list(); ${code}`);
    expect(predicates.map(({ op }) => op).sort()).toEqual(kinds);
  });

  test('data of a query', () => {
    const { reads, predicates } = resultIn(
      `const { data: tasks = [] } = useQuery({ queryKey: ['t'], queryFn: () => Task.list() }); const mine = tasks.filter((t) => t.owner === user.email);`,
    );
    expect(reads).toContain('filter');
    expect(predicates).toEqual([
      {
        op: 'compare',
        by: '===',
        left: expect.objectContaining({ t: 'get', key: 'owner' }),
        right: expect.objectContaining({ t: 'get', key: 'email' }),
      },
    ]);
  });

  test('predicates are kept with both sides', () => {
    const { predicates } = resultIn(
      `const all = await Task.list(); const mine = all.filter((t) => { return t.owner_email === user.email && !t.done; });`,
    );
    expect(predicates.map(({ op }) => op)).toEqual(['and']);
  });

  test('a value that a function gives back is followed to its callers', () => {
    const { returned, reads } = resultIn(
      `const load = async () => Task.list(); const open = (await load()).filter((t) => t.open);`,
    );
    expect([returned, reads]).toEqual(['whole', ['filter']]);
  });
});

describe('what array callbacks ask of each row', () => {
  const asked = (code: string) =>
    resultIn(code).tests.map(({ method, start, end }) => `${method}: ${(client + code).slice(start, end)}`);

  test.each([
    [
      'filter',
      `const all = await Task.list(); const mine = all.filter((t) => t.owner === me);`,
      ['filter: t.owner === me'],
    ],
    ['find in a chain', `(await Task.list()).slice(0, 5).find((t) => t.owner === me);`, ['find: t.owner === me']],
    ['some', `const rows = await Task.list(); if (rows.some((t) => t.owner === me)) go();`, ['some: t.owner === me']],
    [
      'every return of a callback',
      `const rows = await Task.list(); rows.filter((t) => { if (all) return true; return t.owner === me; });`,
      ['filter: true', 'filter: t.owner === me'],
    ],
    [
      'data of a query, in useMemo',
      `const { data: rows = [] } = useQuery({ queryFn: () => Task.list() }); const mine = useMemo(() => rows.filter((t) => t.owner === me), [rows]);`,
      ['filter: t.owner === me'],
    ],
    [
      'state',
      `const [rows, setRows] = useState([]); useEffect(() => { Task.list().then(setRows); }, []); const mine = rows.filter((t) => t.owner === me);`,
      ['filter: t.owner === me'],
    ],
    [
      'member of an object in a state',
      `const [data, setData] = useState({}); const load = async () => { const rows = await Task.list(); setData({ rows, others }); }; const mine = data.rows.filter((t) => t.owner === me); data.others.filter((t) => t.other);`,
      ['filter: t.owner === me'],
    ],
    [
      'Promise.all',
      `const load = async () => { const [a, b] = await Promise.all([other(), Task.list()]); return { a: a.find((t) => t.a), b: b.find((t) => t.b) }; };`,
      ['find: t.b'],
    ],
    ['a list inside a row', `const rows = await Task.list(); rows[0].notes.filter((n) => n.by === me);`, []],
    [
      'rows that a helper gives back',
      `const load = async () => Task.list(); const mine = (await load()).filter((t) => t.owner === me);`,
      ['filter: t.owner === me'],
    ],
    ['a callback elsewhere', `const rows = await Task.list(); rows.filter(isMine);`, []],
    ['what makes something of each', `const rows = await Task.list(); rows.map((t) => t.owner === me);`, []],
  ])('%s', (_name, code, tests) => expect(asked(code)).toEqual(tests));

  test('the rows have the binder of the callback', () => {
    const code = `const all = await Task.list(); const mine = all.filter((t) => t.owner === me);`;
    const [one] = resultIn(code).tests;
    expect(one!.binder).toBe((client + code).indexOf('(t) =>'));
    expect(one!.test).toMatchObject({ left: { t: 'get', key: 'owner', of: { t: 'item', binder: one!.binder } } });
  });

  test('a state adds nothing to what is said of the rows elsewhere', () => {
    const { reads, predicates, responded } = resultIn(
      `const [rows, setRows] = useState([]); Task.list().then(setRows); const mine = rows.filter((t) => t.owner === me).map(draw);`,
    );
    expect([reads, predicates, responded]).toEqual([['then'], [], 'no']);
  });

  test.each([
    ['only the chosen', `const all = await Task.list(); setRows(all.filter((t) => t.owner === me));`, false],
    ['counted beside', `const all = await Task.list(); if (all.length > 0) setRows(all.filter((t) => t.mine));`, false],
    ['logged beside', `const all = await Task.list(); console.log(all); setRows(all.filter((t) => t.mine));`, false],
    [
      'named as dependency',
      `const { data: all } = useQuery({ queryFn: () => Task.list() }); useMemo(() => all.find((t) => t.mine), [all]);`,
      false,
    ],
    [
      'rendered as well',
      `const { data: all } = useQuery({ queryFn: () => Task.list() }); all.find((t) => t.mine); const x = <List rows={all} />;`,
      true,
    ],
    [
      'mapped into elements',
      `const { data: all } = useQuery({ queryFn: () => Task.list() }); const x = <ul>{all.map((t) => <li>{t.n}</li>)}</ul>;`,
      true,
    ],
    [
      'rendered from a state',
      `const [all, setAll] = useState([]); Task.list().then(setAll); const x = <List rows={all} />;`,
      true,
    ],
    ['visited', `const all = await Task.list(); for (const t of all) add(t);`, true],
    [
      'given back',
      `const load = async () => { const all = await Task.list(); all.find((t) => t.mine); return all; };`,
      true,
    ],
    ['handed on', `const all = await Task.list(); all.find((t) => t.mine); draw(all);`, true],
    ['the chosen handed on', `const all = await Task.list(); draw(all.filter((t) => t.mine));`, false],
    ['summed up', `const all = await Task.list(); all.reduce((n, t) => n + t.n, 0);`, true],
    ['each in turn', `const all = await Task.list(); all.forEach((t) => add(t));`, true],
    ['made into something that nobody uses', `const all = await Task.list(); all.map((t) => t.n);`, false],
  ])('all rows are looked at: %s', (_name, code, unasked) => expect(resultIn(code).unasked).toBe(unasked));

  test.each([
    ['shown', `const all = await Task.list(); setTotal(all.length);`, true],
    ['compared with a number', `const all = await Task.list(); if (all.length >= 20) stop();`, true],
    ['any', `const all = await Task.list(); if (all.length > 0) go();`, false],
    ['any, as condition', `const all = await Task.list(); if (all?.length) go();`, false],
    ['none', `const all = await Task.list(); if (!all.length) go();`, false],
    ['any, before &&', `const all = await Task.list(); all.length && go();`, false],
    ['the first', `const all = await Task.list(); const one = all.length === 1 ? all[0] : null;`, false],
    ['any, the other way round', `const all = await Task.list(); if (0 < all.length) go();`, false],
    ['any, while there is', `const all = await Task.list(); while (all.length) all.pop();`, false],
    ['any, one of two', `const all = await Task.list(); const one = all.length ? 1 : 2;`, false],
    ['any, twice denied', `const all = await Task.list(); const some = !!all.length;`, false],
    ['chosen', `const all = await Task.list(); const n = open ? all.length : 0;`, true],
    ['after &&', `const all = await Task.list(); const n = open && all.length;`, true],
    ['with a default', `const all = await Task.list(); const n = all.length || 'none';`, true],
    ['one more', `const all = await Task.list(); const n = all.length + 1;`, true],
    ['negated as a number', `const all = await Task.list(); const n = -all.length;`, true],
    ['compared with another number', `const all = await Task.list(); if (all.length < max) go();`, true],
    ['not at all', `const all = await Task.list(); show(all[0]);`, false],
  ])('counted: %s', (_name, code, counted) => expect(resultIn(code).counted).toBe(counted));

  test.each([
    ['by name', `Task.list().then(setRows);`],
    ['in a callback', `Task.list().then((rows) => setRows(rows.slice(0, 5)));`],
    ['a part', `const [row] = await Task.list(); setRows(row.owner);`],
  ])('states are told by their useState call: %s', (_name, code) => {
    const text = `const [rows, setRows] = useState([]); ${code}`;
    expect(resultIn(text).states).toEqual([{ at: (client + text).indexOf('useState('), name: 'rows' }]);
  });
});
