import { describe, expect, test } from 'vitest';
import type { Query } from './view.js';
import { BACKEND, callWith } from './testing/view.js';

const client = `import { base44 } from '@/api/base44Client';\n`;

function queryIn(code: string): Query {
  return callWith('filter', code.includes('import { base44') ? code : client + code).query;
}

/** `kind: key, key …`; `…` where more keys may follow. */
const shown = ({ kind, keys, open }: Query): string =>
  [kind, ...(keys.length > 0 ? [keys.map(({ name }) => name).join(', ')] : []), ...(open ? ['…'] : [])].join(' ');

describe('what is known of a query', () => {
  const rows: readonly (readonly [name: string, code: string, expected: string])[] = [
    ['no argument', `base44.entities.Task.filter();`, 'none'],
    ['undefined', `base44.entities.Task.filter(undefined);`, 'none'],
    ['void', `base44.entities.Task.filter(void 0);`, 'none'],
    ['null', `base44.entities.Task.filter(null, '-x');`, 'none'],
    ['empty object', `base44.entities.Task.filter({});`, 'empty'],
    ['empty object in a constant', `const ALL = {}; base44.entities.Task.filter(ALL);`, 'empty'],
    ['spread of an empty object', `const NONE = {}; base44.entities.Task.filter({ ...NONE });`, 'empty'],
    ['one key', `base44.entities.Task.filter({ status: 'open' });`, 'keys status'],
    ['shorthand', `const status = 'open'; base44.entities.Task.filter({ status });`, 'keys status'],
    ['quoted and dotted key', `base44.entities.Task.filter({ 'data.status': 'open' });`, 'keys data.status'],
    ['computed literal key', `const KEY = 'status'; base44.entities.Task.filter({ [KEY]: 1 });`, 'keys status'],
    ['computed unknown key', `base44.entities.Task.filter({ [field]: 1 });`, 'unknown …'],
    ['key and computed unknown key', `base44.entities.Task.filter({ status: 1, [field]: 1 });`, 'keys status …'],
    ['constant', `const OPEN = { status: 'open' }; base44.entities.Task.filter(OPEN);`, 'keys status'],
    [
      'spread of a constant',
      `const OPEN = { status: 'open' }; base44.entities.Task.filter({ ...OPEN, type: 1 });`,
      'keys status, type',
    ],
    ['conditional of two', `base44.entities.Task.filter(a ? { x: 1, z: 1 } : { y: 1, z: 2 });`, 'keys z …'],
    [
      'conditional of two without common key',
      `base44.entities.Task.filter(a ? { x: 1 } : { y: 1 });`,
      'unknown x, y …',
    ],
    ['conditional with an empty side', `base44.entities.Task.filter(a ? { x: 1 } : {});`, 'maybe-empty x …'],
    ['conditional with undefined', `base44.entities.Task.filter(a ? { x: 1 } : undefined);`, 'maybe-empty x …'],
    ['|| {}', `base44.entities.Task.filter(filters || {});`, 'maybe-empty …'],
    ['?? {}', `base44.entities.Task.filter(filters ?? {});`, 'maybe-empty …'],
    ['spread of || {}', `base44.entities.Task.filter({ ...(ownerFilter || {}), date });`, 'keys date …'],
    ['spread of || {} alone', `base44.entities.Task.filter({ ...(ownerFilter || {}) });`, 'maybe-empty …'],
    ['spread of a condition', `base44.entities.Task.filter({ ...(id && { id }), status: 1 });`, 'keys status …'],
    ['spread of a condition alone', `base44.entities.Task.filter({ ...(id && { id }) });`, 'maybe-empty id …'],
    ['spread of a conditional', `base44.entities.Task.filter({ ...(id ? { id } : {}), status: 1 });`, 'keys status …'],
    ['unknown variable', `base44.entities.Task.filter(query);`, 'unknown …'],
    ['unknown call', `base44.entities.Task.filter(buildQuery());`, 'unknown …'],
    ['spread of an unknown call', `base44.entities.Task.filter({ ...partition(), status: 1 });`, 'keys status …'],
    [
      'helper in the file',
      `const mine = () => ({ owner_id: user.id }); base44.entities.Task.filter(mine());`,
      'keys owner_id',
    ],
    [
      'helper in the file, spread',
      `function mine() { return { owner_id: user.id }; } base44.entities.Task.filter({ ...mine(), status: 1 });`,
      'keys owner_id, status',
    ],
    [
      'helper with an empty way out',
      `function mine() { if (!user) return {}; return { owner_id: user.id }; } base44.entities.Task.filter(mine());`,
      'maybe-empty owner_id …',
    ],
    [
      'memoised',
      `const q = useMemo(() => ({ owner_id: user.id }), [user]); base44.entities.Task.filter(q);`,
      'keys owner_id',
    ],
    [
      'memoised with an empty way out',
      `const q = useMemo(() => { if (!user) return {}; return { owner_id: user.id }; }, [user]); base44.entities.Task.filter(q);`,
      'maybe-empty owner_id …',
    ],
    ['grown', `const q = {}; q.status = 1; base44.entities.Task.filter(q);`, 'keys status'],
    ['grown from a key', `const q = { org_id }; q.status = 1; base44.entities.Task.filter(q);`, 'keys org_id, status'],
    [
      'grown by a condition',
      `const q = { org_id }; if (s) q.status = s; base44.entities.Task.filter(q);`,
      'keys org_id …',
    ],
    [
      'grown only by conditions',
      `const q = {}; if (s) q.status = s; if (t) q.type = t; base44.entities.Task.filter(q);`,
      'maybe-empty status, type …',
    ],
    ['grown by an unknown key', `const q = { org_id }; q[field] = 1; base44.entities.Task.filter(q);`, 'keys org_id …'],
    ['grown by Object.assign', `const q = {}; Object.assign(q, filters); base44.entities.Task.filter(q);`, 'unknown …'],
    ['built by Object.assign', `base44.entities.Task.filter(Object.assign({ org_id }, filters));`, 'unknown …'],
    [
      'let with two objects',
      `let q = { a: 1, c: 1 }; if (x) q = { b: 1, c: 2 }; base44.entities.Task.filter(q);`,
      'keys c …',
    ],
    ['let that starts empty', `let q = {}; if (x) q = { b: 1 }; base44.entities.Task.filter(q);`, 'maybe-empty b …'],
    ['parameter without caller', `export const load = (q) => base44.entities.Task.filter(q);`, 'unknown …'],
    ['parameter with a caller', `const load = (q) => base44.entities.Task.filter(q); load({ org_id });`, 'keys org_id'],
    [
      'parameter with two callers',
      `const load = (q) => base44.entities.Task.filter(q); load({ org_id }); load({ org_id, status });`,
      'keys org_id …',
    ],
    [
      'parameter that one caller leaves out',
      `const load = (q) => base44.entities.Task.filter(q); load({ org_id }); load();`,
      'maybe-empty org_id …',
    ],
    [
      'parameter with a default',
      `const load = (q = {}) => base44.entities.Task.filter(q); load({ org_id }); load();`,
      'maybe-empty org_id …',
    ],
    [
      'parameter with a default that no caller needs',
      `const load = (q = {}) => base44.entities.Task.filter(q); load({ org_id });`,
      'keys org_id',
    ],
    [
      'destructured parameter with a caller',
      `const load = ({ q }) => base44.entities.Task.filter(q); load({ q: { org_id } });`,
      'keys org_id',
    ],
    ['property of the own state', `const [filters] = useState({}); base44.entities.Task.filter(filters);`, 'unknown …'],
    ['TypeScript wrapper', `base44.entities.Task.filter({ status: 1 } as any);`, 'keys status'],
    ['a text', `base44.entities.Task.filter('open');`, 'unknown …'],
    ['one of null and undefined', `base44.entities.Task.filter(a ? null : undefined);`, 'none'],
    ['one of nothing and an empty object', `base44.entities.Task.filter(a ? {} : undefined);`, 'empty'],
    [
      'one of two empty objects',
      `const q = () => { if (a) return {}; return {}; }; base44.entities.Task.filter(q());`,
      'empty',
    ],
    ['one key or something unknown', `base44.entities.Task.filter(a ? { x: 1 } : q);`, 'unknown …'],
    [
      'one of three, with a common key',
      `base44.entities.Task.filter(a ? { x: 1, z: 1 } : b ? { z: 1 } : { y: 1, z: 1 });`,
      'keys z …',
    ],
    ['spread of one of two', `base44.entities.Task.filter({ ...(a ? { x: 1, z: 1 } : { y: 1, z: 2 }) });`, 'keys z …'],
    ['spread of keys, then of something unknown', `base44.entities.Task.filter({ ...{ x: 1 }, ...q });`, 'keys x …'],
    ['spread of null', `base44.entities.Task.filter({ ...null });`, 'empty'],
    ['arithmetic', `base44.entities.Task.filter(a - b);`, 'unknown …'],
    [
      'a member of what a helper gives back',
      `const make = () => ({ mine: { owner_id: 1 } }); base44.entities.Task.filter(make().mine);`,
      'keys owner_id',
    ],
    [
      'a member that may be out of sight',
      `const make = () => (a ? { mine: { owner_id: 1 } } : load()); base44.entities.Task.filter(make().mine);`,
      'unknown …',
    ],
    ['a name of another file out of sight', `import { q } from './q'; base44.entities.Task.filter(q);`, 'unknown …'],
    [
      'a helper that calls itself',
      `const q = (n) => (n ? { x: 1 } : q(n - 1)); base44.entities.Task.filter(q(3));`,
      'unknown …',
    ],
    ['$or', `base44.entities.Task.filter({ $or: [{ a: 1 }, { b: 1 }] });`, 'keys $or'],
  ];
  test.each(rows.map(([name, code, expected]) => ({ name, code, expected })))('$name', ({ code, expected }) => {
    expect(shown(queryIn(code))).toBe(expected);
  });

  test('operators of a key', () => {
    expect(
      queryIn(
        `base44.entities.Task.filter({ due: { $gte: a, $lt: b }, id: { $in: ids }, org_id, at: { city, $ne: c } });`,
      ).keys.map(({ operators }) => operators),
    ).toEqual([['$gte', '$lt'], ['$in'], [], ['$ne']]);
  });

  test('names that an unknown part comes from', () => {
    expect(
      queryIn(
        `import { useTenant } from '@/hooks/useTenant'; const { siteFilter } = useTenant(); base44.entities.Task.filter({ ...(siteFilter || {}), date });`,
      ).sources,
    ).toEqual(['useTenant', 'siteFilter']);
    expect(
      queryIn(
        `import { partitionFilter } from '@/lib/partition'; base44.entities.Task.filter({ ...partitionFilter(), date });`,
      ).sources,
    ).toEqual(['partitionFilter']);
  });

  test.each([
    ['a name', `base44.entities.Task.filter(q);`, ['q']],
    ['a member', `base44.entities.Task.filter(store.filters.open);`, ['store', 'filters', 'open']],
    ['one of two names', `base44.entities.Task.filter(a ? store.open : store.all);`, ['store', 'open', 'all']],
    ['a spread of one of two', `base44.entities.Task.filter({ ...(mine ?? all) });`, ['mine', 'all']],
    [
      'one of two objects with unknown parts',
      `base44.entities.Task.filter(a ? { x: 1, ...q } : { x: 2, ...q });`,
      ['q'],
    ],
    ['nothing unknown', `base44.entities.Task.filter({ x });`, []],
    ['no name at all', `base44.entities.Task.filter(a - b);`, []],
  ])('names that an unknown part comes from: %s', (_, code, sources) => {
    expect(queryIn(code).sources).toEqual(sources);
  });

  test('optional keys that a spread may add are those of a query that may be empty', () => {
    const { kind, keys, open } = queryIn(`base44.entities.Task.filter({ ...(id ? { id } : {}), ...q });`);
    expect([kind, keys.map(({ name }) => name), open]).toEqual(['maybe-empty', ['id'], true]);
  });

  test('who decides the value of a key', () => {
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  const body = await req.json();
  const row = await base44.entities.Order.get(body.order);
  const found = await base44.entities.Task.filter({
    a: user.id, b: body.id, c: 'open', d: Deno.env.get('TEAM'), e: row.team, f: body.id ?? user.id, g: day() });
  return Response.json(found);
});`;
    expect(callWith('filter', code, BACKEND).query.keys.map(({ name, from }) => `${name} ${from}`)).toEqual([
      'a user',
      'b caller',
      'c unknown',
      'd unknown',
      'e unknown',
      'f user',
      'g unknown',
    ]);
  });

  test('a later key of the same name wins', () => {
    const [key] = queryIn(`base44.entities.Task.filter({ ...{ status: 'a' }, status: 'b' });`).keys;
    expect(key?.value).toEqual({ t: 'literal', value: 'b' });
  });
});

describe('sort, limit and skip', () => {
  const rows: readonly (readonly [
    call: string,
    sort: string | null,
    limit: number | 'unknown' | null,
    skip: boolean,
  ])[] = [
    ['list()', null, null, false],
    [`list('-created_date')`, '-created_date', null, false],
    [`list('-created_date', 500)`, '-created_date', 500, false],
    [`list('', 50)`, '', 50, false],
    [`list(undefined, 50)`, null, 50, false],
    [`list(null, 50)`, null, 50, false],
    [`list(sort, 50)`, null, 50, false],
    [`list('-x', limit)`, '-x', 'unknown', false],
    [`list('-x', PAGE)`, '-x', 200, false],
    [`list('-x', LIMITS.page)`, '-x', 100, false],
    [`list('-x', undefined)`, '-x', null, false],
    [`list('-x', 100, skip)`, '-x', 100, true],
    [`list('-x', 100, 0)`, '-x', 100, true],
    [`list('-x', 100, undefined)`, '-x', 100, false],
    [`list({ sort: '-x', limit: 1000 })`, '-x', 1000, false],
    [`list({ limit: PAGE, skip: n })`, null, 200, true],
    [`list({ cursor })`, null, null, true],
    [`filter({ a: 1 })`, null, null, false],
    [`filter({ a: 1 }, '-x')`, '-x', null, false],
    [`filter({ a: 1 }, '-x', 5000)`, '-x', 5000, false],
    [`filter({ a: 1 }, null, 20, page * 20)`, null, 20, true],
    [`filter({ a: 1 }, { sort: 'y', limit: 10, cursor })`, 'y', 10, true],
  ];
  test.each(rows)('%s', (call, sort, limit, skip) => {
    const found = callWith(
      call.slice(0, call.indexOf('(')),
      `${client}const PAGE = 200, LIMITS = { page: 100 };\nbase44.entities.Task.${call};`,
    );
    expect([found.sort, found.limit, found.skip]).toEqual([sort, limit, skip]);
  });

  test('methods that take no page have none', () => {
    const { sort, limit, skip } = callWith('get', `${client}base44.entities.Task.get('1', 2, 3);`);
    expect([sort, limit, skip]).toEqual([null, null, false]);
  });
});
