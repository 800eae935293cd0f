import { describe, expect, test } from 'vitest';
import type { EntityCall } from './view.js';
import { BACKEND, callWith, FRONTEND, viewOf } from './testing/view.js';

const client = `import { base44 } from '@/api/base44Client';\nconst { Task, Order } = base44.entities;\n`;

const deleteIn = (code: string, file = FRONTEND): EntityCall => callWith('delete', client + code, file);

/** Kinds of the loops around a call, innermost first; `retry` where one ends after the first success. */
const shown = ({ execution }: EntityCall): string =>
  execution.loops
    .map(({ kind, method, retry }) => `${kind}${method ? ` ${method}` : ''}${retry ? ' retry' : ''}`)
    .join(', ');

/** Whether the first argument of the call is, or belongs to, the element that the innermost loop visits. */
function takesElement({ args: [argument], execution }: EntityCall): boolean {
  const [loop] = execution.loops;
  for (let term = argument; term; term = term.t === 'get' ? term.of : undefined) {
    if (term.t === 'item') return term.binder === loop?.start;
  }
  return false;
}

describe('loops that delete one row per element', () => {
  const rows: readonly (readonly [name: string, code: string, loops: string])[] = [
    ['for-of', `for (const t of old) await Task.delete(t.id);`, 'for-of'],
    ['for-of over ids', `for (const id of ids) { await Task.delete(id); }`, 'for-of'],
    ['for-of, destructured', `for (const { id } of old) await Task.delete(id);`, 'for-of'],
    ['for-of over entries', `for (const [id, row] of map) { if (row.old) await Task.delete(id); }`, 'for-of'],
    ['for-of over a call', `for (const t of await Task.list()) await Task.delete(t.id);`, 'for-of'],
    ['for await', `for await (const t of rows) await Task.delete(t.id);`, 'for-of'],
    [
      'nested for-of',
      `for (const p of parents) for (const c of p.children) await Task.delete(c.id);`,
      'for-of, for-of',
    ],
    ['with a condition per element', `for (const t of rows) { if (t.stale) await Task.delete(t.id); }`, 'for-of'],
    [
      'with try and catch',
      `for (const t of rows) { try { await Task.delete(t.id); } catch (e) { log(e); } }`,
      'for-of',
    ],
    ['with a constant in between', `for (const t of rows) { const id = t.id; await Task.delete(id); }`, 'for-of'],
    ['Promise.all and map', `await Promise.all(rows.map((t) => Task.delete(t.id)));`, 'each map'],
    ['map over a copied set', `await Promise.all([...selected].map((id) => Task.delete(id)));`, 'each map'],
    ['map with an async body', `await Promise.all(rows.map(async (t) => { await Task.delete(t.id); }));`, 'each map'],
    ['map after filter', `await Promise.all(rows.filter((t) => t.old).map((t) => Task.delete(t.id)));`, 'each map'],
    ['allSettled', `await Promise.allSettled(rows.map(({ id }) => Task.delete(id)));`, 'each map'],
    ['forEach', `rows.forEach((t) => Task.delete(t.id));`, 'each forEach'],
    ['forEach with a function expression', `rows.forEach(function (t) { Task.delete(t.id); });`, 'each forEach'],
    ['Array.from', `Array.from(selected, (id) => Task.delete(id));`, 'each from'],
    [
      'reduce of promises',
      `rows.reduce((done, t) => done.then(() => Task.delete(t.id)), Promise.resolve());`,
      'each reduce',
    ],
    ['map with a retry inside', `await Promise.all(rows.map((t) => withRetry(() => Task.delete(t.id))));`, 'each map'],
    ['for-of with a retry helper', `for (const t of rows) await withRetry(() => Task.delete(t.id));`, 'for-of'],
    ['for-of with a caught promise', `for (const t of rows) await Task.delete(t.id).catch(() => null);`, 'for-of'],
    [
      'in a mutation',
      `useMutation({ mutationFn: async (ids) => { for (const id of ids) await Task.delete(id); } });`,
      'for-of',
    ],
    [
      'in a callback hook',
      `const clear = useCallback(async () => { await Promise.all(rows.map((t) => Task.delete(t.id))); }, [rows]);`,
      'each map',
    ],
    ['in a handler', `<button onClick={async () => { for (const t of rows) await Task.delete(t.id); }} />;`, 'for-of'],
    [
      'chunks inside paging',
      `while (true) { const page = await Task.list('', 100); for (const c of chunk(page, 10)) await Promise.all(c.map((t) => Task.delete(t.id))); }`,
      'each map, for-of, while',
    ],
  ];
  test.each(rows.map(([name, code, loops]) => ({ name, code, loops })))('$name', ({ code, loops }) => {
    const call = deleteIn(code);
    expect(shown(call)).toBe(loops);
    expect(takesElement(call), 'the argument is the element').toBe(true);
  });

  test('counting for: the argument is no element, but the loop is there', () => {
    const call = deleteIn(`for (let i = 0; i < rows.length; i++) await Task.delete(rows[i].id);`);
    expect([shown(call), takesElement(call)]).toEqual(['for', false]);
  });

  test('for-in over keys', () => {
    expect(shown(deleteIn(`for (const id in map) await Task.delete(id);`))).toBe('for-in');
  });

  test('a row that only depends on the element is no element', () => {
    const call = deleteIn(`for (const t of rows) { const log = await Order.get(t.logId); await Task.delete(log.id); }`);
    expect([shown(call), takesElement(call)]).toEqual(['for-of', false]);
  });
});

describe('loops that try one thing until it works', () => {
  const rows: readonly (readonly [name: string, code: string])[] = [
    [
      'while with return',
      `async function remove(id) { while (true) { try { await Task.delete(id); return; } catch { await wait(); } } }`,
    ],
    [
      'while with returned call',
      `async function remove(id) { while (true) { try { return await Task.delete(id); } catch { await wait(); } } }`,
    ],
    [
      'for with break',
      `for (let n = 0; n < 3; n++) { try { await Task.delete(id); break; } catch { await wait(n); } }`,
    ],
    [
      'for with return',
      `async function remove(id) { for (let n = 0; n < 3; n++) { try { await Task.delete(id); return true; } catch (e) { if (n === 2) throw e; } } }`,
    ],
    [
      'while with a look at the answer, which throws to the next try',
      `while (n < 3) { try { const done = await Task.delete(id); if (done.ok) { break; } else { throw new Error('again'); } } catch (e) { n++; } }`,
    ],
    [
      'do with return',
      `async function remove(id) { do { try { await Task.delete(id); return; } catch { n++; } } while (n < 3); }`,
    ],
  ];
  test.each(rows.map(([name, code]) => ({ name, code })))('$name', ({ code }) => {
    const [loop, ...others] = deleteIn(code).execution.loops;
    expect([loop?.retry, others]).toEqual([true, []]);
  });

  test('pages that end with the first short one are no retry', () => {
    const code = `while (true) { try { const page = await Task.deleteMany({ skip }); if (page.length < 50) break; skip += 50; } catch (e) { throw e; } }`;
    expect(callWith('deleteMany', client + code, FRONTEND).execution.loops).toMatchObject([
      { kind: 'while', retry: false },
    ]);
  });

  test('delete until nothing is left is no retry', () => {
    expect(
      shown(deleteIn(`while (true) { const [t] = await Task.list('', 1); if (!t) break; await Task.delete(t.id); }`)),
    ).toBe('while');
  });

  test('a loop over elements that stops at the first hit is no retry', () => {
    expect(shown(deleteIn(`for (const t of rows) { await Task.delete(t.id); break; }`))).toBe('for-of');
  });
});

describe('what is no loop around the call', () => {
  const rows: readonly (readonly [name: string, code: string])[] = [
    ['no loop at all', `await Task.delete(id);`],
    [
      'rollback that is kept for later',
      `for (const t of rows) { const o = await Order.create(t); undo.push(() => Task.delete(o.id)); }`,
    ],
    [
      'handler in a rendered list',
      `const List = () => rows.map((t) => <button key={t.id} onClick={() => Task.delete(t.id)} />);`,
    ],
    [
      'named handler in a rendered list',
      `const List = () => { const remove = async (id) => { await Task.delete(id); }; return rows.map((t) => <Row key={t.id} onDelete={remove} />); };`,
    ],
    [
      'mutation in a rendered list',
      `const List = () => rows.map((t) => { const m = useMutation({ mutationFn: () => Task.delete(t.id) }); return <Row onDelete={m.mutate} />; });`,
    ],
    ['listener that a loop adds', `for (const b of buttons) b.addEventListener('click', () => Task.delete(b.id));`],
    ['start of a counting loop', `for (let r = await Task.delete(id); r; r = null) log(r);`],
    ['iterated expression', `for (const r of [await Task.delete(id)]) log(r);`],
    [
      'function that a loop defines',
      `for (const t of rows) { const remove = () => Task.delete(t.id); actions.set(t.id, remove); }`,
    ],
    ['timeout that a loop sets', `for (const t of rows) setTimeout(() => Task.delete(t.id), 1000);`],
  ];
  test.each(rows.map(([name, code]) => ({ name, code })))('$name', ({ code }) => {
    expect(shown(deleteIn(code))).toBe('');
  });
});

describe('functions that a loop calls', () => {
  test('the loop of the caller counts, with what it passes and where', () => {
    const code = `const remove = async (id) => { await Task.delete(id); };\nfor (const t of rows) await remove(t.id);`;
    const [loop] = deleteIn(code).execution.loops;
    expect(loop?.kind).toBe('for-of');
    expect(loop?.passed).toEqual([{ t: 'get', of: expect.objectContaining({ t: 'item' }), key: 'id' }]);
    const text = client + code;
    expect(loop?.through.map(({ start, end }) => text.slice(start, end))).toEqual(['remove(t.id)']);
  });

  test.each([
    [
      'through two functions',
      `const a = (id) => Task.delete(id); const b = (id) => a(id); rows.map((t) => b(t.id));`,
      'each map',
    ],
    [
      'passed by name to map',
      `const remove = (id) => Task.delete(id); await Promise.all(ids.map(remove));`,
      'each map',
    ],
    ['passed by name to Array.from', `const remove = (id) => Task.delete(id); Array.from(ids, remove);`, 'each from'],
    [
      'passed by name to a wrapper in a loop',
      `const clean = () => Task.delete(id); for (const t of rows) await withRetry(clean);`,
      'for-of',
    ],
    [
      'retry in the helper, loop around it',
      `async function remove(id) { while (true) { try { await Task.delete(id); return; } catch { await wait(); } } } for (const t of rows) await remove(t.id);`,
      'while retry, for-of',
    ],
    [
      'loop of its own and of the caller',
      `const clear = async (list) => { for (const t of list) await Task.delete(t.id); }; for (const p of parents) await clear(p.children);`,
      'for-of, for-of',
    ],
    ['called once', `const remove = (id) => Task.delete(id); remove(1);`, ''],
    [
      'called by a handler of a rendered list',
      `const List = () => { const remove = (id) => Task.delete(id); return rows.map((t) => <b key={t.id} onClick={() => remove(t.id)} />); };`,
      '',
    ],
  ])('%s', (_name, code, loops) => {
    expect(shown(deleteIn(code))).toBe(loops);
  });
});

test('a function that is handed to map by name gets the element', () => {
  const [loop] = deleteIn(`const remove = (id) => Task.delete(id); ids.map(remove);`).execution.loops;
  expect(loop?.passed).toEqual([{ t: 'item', of: { t: 'global', name: 'ids' }, binder: loop?.start }]);
});

describe('compensation', () => {
  test.each([
    ['catch', `try { await Order.create({}); } catch (e) { await Task.delete(id); throw e; }`],
    ['finally', `try { await Order.create({}); } finally { await Task.delete(id); }`],
    ['.catch()', `await Order.create({}).catch(() => Task.delete(id));`],
  ])('%s', (_name, code) => {
    expect(deleteIn(code).recovery).not.toBeNull();
  });

  test.each([
    ['try', `try { await Task.delete(id); } catch (e) { log(e); }`],
    [
      'function defined in a catch, called elsewhere',
      `let undo; try { go(); } catch { undo = () => { Task.delete(id); }; }`,
    ],
    ['no try', `await Task.delete(id);`],
  ])('not in %s', (_name, code) => {
    expect(deleteIn(code).recovery).toBeNull();
  });
});

test('loops in a backend function', () => {
  const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
    Deno.serve(async (req) => { const { ids } = await req.json(); const b = createClientFromRequest(req); for (const id of ids) await b.asServiceRole.entities.Task.delete(id); });`;
  expect(shown(callWith('delete', code, BACKEND))).toBe('for-of');
});

test.each([
  ['skips what is there', `for (const t of rows) { if (t.done) continue; await Task.delete(t.id); }`, ['absent']],
  ['asks in a list method', `rows.forEach((t) => { if (!t.done) Task.delete(t.id); });`, ['absent']],
  [
    'takes one of two ways',
    `for (const t of rows) { if (seen.length > 0) keep(t); else await Task.delete(t.id); }`,
    ['absent'],
  ],
  ['asks before the loop', `if (!running) for (const t of rows) await Task.delete(t.id);`, undefined],
])('conditions of a turn: a loop that %s', (_, code, conditions) => {
  expect(deleteIn(code).execution.loops[0]?.conditions).toEqual(conditions);
});

describe('parts of a loop that run', () => {
  test.each([
    ['the test of a while', `while (await Task.delete(id)) log();`, 'while'],
    ['the test of a do', `do { log(); } while (await Task.delete(id));`, 'do'],
    ['the test of a for', `for (; await Task.delete(id); ) log();`, 'for'],
    ['the step of a for', `for (; more(); await Task.delete(id)) log();`, 'for'],
    ['the list of a for-of', `for (const t of await Task.delete(id)) log(t);`, ''],
    ['the object of a for-in', `for (const key in await Task.delete(id)) log(key);`, ''],
    ['the list of a map', `(await Task.delete(id)).map((t) => log(t));`, ''],
  ])('%s', (_, code, loops) => expect(shown(deleteIn(code))).toBe(loops));
});

describe('what a loop is', () => {
  const global = (name: string) => ({ t: 'global', name });
  test.each([
    ['for-of', `for (const t of rows) await Task.delete(t.id);`, global('rows'), undefined],
    ['for-in', `for (const key in rows) await Task.delete(key);`, global('rows'), undefined],
    ['each', `rows.map((t) => Task.delete(t.id));`, global('rows'), '(t) => Task.delete(t.id)'],
    ['each of a set', `Array.from(rows, (t) => Task.delete(t.id));`, global('rows'), '(t) => Task.delete(t.id)'],
    ['while', `while (rows) await Task.delete(id);`, { t: '?' }, undefined],
    ['for', `for (let t = rows; t; t = t.next) await Task.delete(t.id);`, { t: '?' }, undefined],
  ])('%s: what it visits, and where it stands', (_, code, over, callback) => {
    const [loop] = deleteIn(code).execution.loops;
    expect(loop?.over).toEqual(over);
    expect((client + code).slice(loop?.start, loop?.end)).toBe(callback ?? code);
  });

  test('a callback is the function of its loop', () => {
    const { facts } = viewOf(`${client}rows.map((t) => Task.delete(t.id));`);
    const [loop] = facts.calls.find(({ fn }) => fn !== 0)!.loops;
    expect(facts.functions[loop!.fn]).toMatchObject({ start: loop!.start, end: loop!.end });
  });
});

describe('turns that may not reach the call', () => {
  const always = false;
  const sometimes = true;
  test.each([
    ['a plain body', `await Task.delete(t.id);`, always],
    ['a branch', `if (t.old) await Task.delete(t.id);`, sometimes],
    ['the other branch', `if (t.kept) log(t); else await Task.delete(t.id);`, sometimes],
    ['the question of a branch', `if (await Task.delete(t.id)) log(t);`, always],
    ['one of two values', `const a = t.old ? await Task.delete(t.id) : null;`, sometimes],
    ['the question of two values', `const a = (await Task.delete(t.id)) ? 1 : 2;`, always],
    ['after &&', `t.old && (await Task.delete(t.id));`, sometimes],
    ['before &&', `(await Task.delete(t.id)) && log(t);`, always],
    ['after continue', `if (t.kept) continue; await Task.delete(t.id);`, sometimes],
    ['after break', `if (t.last) { log(t); break; } await Task.delete(t.id);`, sometimes],
    ['after an else that leaves', `if (t.old) log(t); else continue; await Task.delete(t.id);`, sometimes],
    ['after a branch that stays', `if (t.old) log(t); await Task.delete(t.id);`, always],
    ['after another statement', `log(t); await Task.delete(t.id);`, always],
    ['before continue', `await Task.delete(t.id); if (t.kept) continue; log(t);`, always],
    ['in a try', `try { await Task.delete(t.id); } catch { log(t); }`, always],
  ])('%s', (_, body, conditional) => {
    expect(deleteIn(`for (const t of rows) { ${body} }`).execution.loops[0]?.conditional).toBe(conditional);
  });

  test.each([
    ['a list method, always', `rows.forEach((t) => { Task.delete(t.id); });`, [always]],
    ['a list method, sometimes', `rows.forEach((t) => { if (t.kept) return; Task.delete(t.id); });`, [sometimes]],
    ['a condition around the loop', `if (x) { for (const t of rows) await Task.delete(t.id); }`, [always]],
    [
      'a condition in both loops',
      `for (const p of all) for (const t of p) if (t) await Task.delete(t);`,
      [sometimes, sometimes],
    ],
    [
      'a condition between two loops',
      `for (const p of all) if (p) for (const t of p) await Task.delete(t);`,
      [always, sometimes],
    ],
  ])('%s', (_, code, conditional) => {
    expect(deleteIn(code).execution.loops.map((loop) => loop.conditional)).toEqual(conditional);
  });
});

describe('which loops end with the first success', () => {
  const within = (body: string) => `async function remove(id) { while (n < 3) { ${body} } }`;
  test.each([
    ['a return in a branch', within(`if (id) { await Task.delete(id); return; } n++;`), 'while retry'],
    ['a break after another statement', within(`await Task.delete(id); log(id); break;`), 'while retry'],
    ['the next turn', within(`await Task.delete(id); continue;`), 'while'],
    ['a break before', within(`if (done) break; await Task.delete(id);`), 'while'],
    ['a throw', within(`await Task.delete(id); throw again;`), 'while retry'],
    ['a look that throws', within(`if (!(await Task.delete(id))) throw again; n++;`), 'while'],
    ['a look after it that only ends', within(`const ok = await Task.delete(id); if (ok) break;`), 'while'],
    ['a look after it that only throws', within(`const ok = await Task.delete(id); if (!ok) throw again;`), 'while'],
    [
      'a look that throws or returns',
      within(`const ok = await Task.delete(id); if (!ok) throw again; else return;`),
      'while retry',
    ],
    [
      'a look that returns or throws, after other statements',
      within(`const ok = await Task.delete(id); if (ok) { log(); return ok; } else { log(); throw again; }`),
      'while retry',
    ],
    [
      'a look that throws or goes on',
      within(`const ok = await Task.delete(id); if (ok) continue; else throw again;`),
      'while',
    ],
    ['two answers', within(`if (id) return await Task.delete(id); n++;`), 'while retry'],
    ['names of members', `for (const id in map) { await Task.delete(id); break; }`, 'for-in'],
    ['an inner loop over elements', within(`for (const t of rows) await Task.delete(t.id); return;`), 'for-of, while'],
    ['an answer from an inner loop', within(`for (;;) { return await Task.delete(id); }`), 'for retry, while retry'],
    [
      'a callback per element that returns',
      within(`rows.map((t) => { return Task.delete(t.id); }); n++;`),
      'each map, while',
    ],
    ['a callback per element, then the end', within(`rows.map((t) => Task.delete(t.id)); return;`), 'each map, while'],
    ['a callback that returns', within(`await retry(() => { return Task.delete(id); }); n++;`), 'while'],
    ['a callback, then the end', within(`await retry(() => { log(); Task.delete(id); }); break;`), 'while retry'],
  ])('%s', (_, code, loops) => expect(shown(deleteIn(code))).toBe(loops));
});

describe('where compensation stands', () => {
  test.each([
    ['catch', `try { go(); } catch (e) { await Task.delete(id); }`, 'catch (e) { await Task.delete(id); }'],
    ['finally', `try { go(); } catch (e) { log(e); } finally { await Task.delete(id); }`, '{ await Task.delete(id); }'],
    ['.catch()', `go().catch(async () => { await Task.delete(id); });`, 'async () => { await Task.delete(id); }'],
    [
      'a callback in catch',
      `try { go(); } catch { ids.map((id) => Task.delete(id)); }`,
      'catch { ids.map((id) => Task.delete(id)); }',
    ],
    [
      'a try in catch',
      `try { go(); } catch { try { await Task.delete(id); } catch {} }`,
      'catch { try { await Task.delete(id); } catch {} }',
    ],
    ['try with finally', `try { await Task.delete(id); } finally { log(); }`, null],
    ['.then()', `go().then(() => Task.delete(id));`, null],
    [
      'a function of its own in a catch',
      `try { go(); } catch { undo(function later() { const run = () => Task.delete(id); keep.push(run); }); }`,
      null,
    ],
  ])('%s', (_, code, expected) => {
    const { recovery } = deleteIn(code);
    expect(recovery && (client + code).slice(recovery.start, recovery.end)).toBe(expected);
  });
});
