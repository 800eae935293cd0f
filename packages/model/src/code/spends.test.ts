import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Spend } from './flow.js';
import { ASK, SDK, entry, flowsIn, serve, spent, type Files } from './testing/flows.js';

const page = 'src/pages/Page.jsx';

/** What the only flow of an app spends. */
function spendsOf(files: Files): readonly Spend[] {
  const [flow, ...others] = flowsIn(files);
  expect(others).toEqual([]);
  return flow!.spends;
}

/** What a handler spends whose body is given. */
const inHandler = (body: string, before = '', more: Files = {}) =>
  spendsOf({
    ...more,
    [page]: `${SDK}${before}\nexport function Page({ rows, base44: ignored }) { const run = async () => { ${body} };\nreturn <button onClick={run} />; }`,
  });

describe('what repeats a call', () => {
  const more = { 'src/lib/list.js': `export const LANGUAGES = ['de', 'en', 'fr', 'it'];\nexport const NONE = [];` };
  const list = `import { LANGUAGES, NONE } from '../lib/list.js';\nconst SIZES = [1, 2, 3]; const MAX = 6; const grown = [1]; grown.push(2);\nconst KEYS = { a: 1, b: 2 };`;
  test.each([
    [`await Promise.all([1, 2, 3].map(async () => { ${ASK} }));`, '×3'],
    [`for (const size of SIZES) { ${ASK} }`, '×3'],
    [`for (const one of LANGUAGES) { ${ASK} }`, '×4'],
    [`for (let i = 0; i < 5; i++) { ${ASK} }`, '×5'],
    [`for (let i = 1; i <= MAX; i += 2) { ${ASK} }`, '×3'],
    [`for (let i = SIZES.length - 1; i >= 0; i--) { ${ASK} }`, '×n'],
    [`for (let i = 10; i > 0; i -= 5) { ${ASK} }`, '×2'],
    [`for (let i = 0; i < rows.length; i++) { ${ASK} }`, '×n'],
    [`Array.from({ length: 4 }).forEach(async () => { ${ASK} });`, '×4'],
    [`await Promise.all(Array.from({ length: 4 }, async () => { ${ASK} }));`, '×4'],
    [`await Promise.all(new Array(7).fill(0).map(async () => { ${ASK} }));`, '×7'],
    [`await Promise.all(rows.slice(0, 10).map(async () => { ${ASK} }));`, '×10'],
    [`for (const [key, value] of Object.entries(KEYS)) { ${ASK} }`, '×2'],
    [`for (const one of [...SIZES, 4]) { ${ASK} }`, '×4'],
    [`for (const one of grown) { ${ASK} }`, '×n'],
    [`for (const one of NONE) { ${ASK} }`, '×n'],
    [`for (const row of rows) { ${ASK} }`, '×n'],
    [`while (more()) { ${ASK} }`, '×n'],
    [`for (const row of rows) for (const size of SIZES) { ${ASK} }`, '×n ×3'],
    [
      `for (let i = 0; i < rows.length; i += 10) await Promise.all(rows.slice(i, i + 10).map(async () => { ${ASK} }));`,
      '×n',
    ],
    [`for (const part of chunk(rows)) for (const row of part) { ${ASK} }`, '×n'],
    [`for (const row of rows) for (const part of row.parts) { ${ASK} }`, '×n ×n'],
    [`for (let i = 0; i < 3; i++) { try { ${ASK} break; } catch { await wait(); } }`, ''],
    [`await Promise.all(SIZES.map(ask));`, '×3'],
  ])('%s %s', (body, expected) => {
    const [spend, ...others] = inHandler(body, `${list}\nasync function ask() { ${ASK} }`, more);
    expect(others).toEqual([]);
    expect(spent(spend!)).toBe(`InvokeLLM ${expected}`.trim());
  });
});

describe('what takes up a failure', () => {
  const call = ASK.slice('await '.length, -1);
  /** The text at the place; null where nothing takes it up. */
  function caught(body: string, job = ''): string | null {
    const files: Files = {
      [page]: `${SDK}async function ask() { ${ASK} }\nasync function askSafely() { try { ${ASK} } catch (inner) { show(inner); } }\nexport function Page({ rows }) { const run = async () => { ${body} };\nreturn <button onClick={run} />; }`,
      ...(job === '' ? {} : { [entry('job')]: serve(job) }),
    };
    const [{ caught: place } = { caught: null }] = spendsOf(files);
    return place && files[place.file]!.slice(place.start, place.end);
  }
  const invoke = `await base44.functions.invoke('job');`;

  test.each([
    [ASK, '', null],
    [`try { ${ASK} } catch {}`, '', 'catch {}'],
    [`try { ${ASK} } catch (e) { toast(e); }`, '', 'catch (e) { toast(e); }'],
    [`try { ${ASK} } finally { done(); }`, '', null],
    [`try { ${ASK} } catch (e) { log(e); throw e; }`, '', null],
    [
      `try { ${ASK} } catch (e) { if (e.fatal) throw e; toast(e); }`,
      '',
      'catch (e) { if (e.fatal) throw e; toast(e); }',
    ],
    [`try { try { ${ASK} } catch (e) { throw e; } } catch (outer) {}`, '', 'catch (outer) {}'],
    [`await ${call}.catch(() => null);`, '', '() => null'],
    [`await ${call}.then(done).catch(console.error);`, '', 'console.error'],
    [`await ${call}.then(done, fail);`, '', 'fail'],
    [`await ${call}.catch((e) => { throw e; });`, '', null],
    [`try { ${call}; } catch {}`, '', null],
    [`try { void ${call}; } catch {}`, '', null],
    [`try { return ${call}; } catch {}`, '', null],
    [`try { await Promise.all(rows.map(async () => { ${ASK} })); } catch {}`, '', 'catch {}'],
    [`try { rows.forEach(async () => { ${ASK} }); } catch {}`, '', null],
    [`try { setTimeout(() => ask(), 10); } catch {}`, '', null],
    [`try { await ask(); } catch {}`, '', 'catch {}'],
    [`try { ask(); } catch {}`, '', null],
    [`try { await askSafely(); } catch (outer) {}`, '', 'catch (inner) { show(inner); }'],
    [`try { ${invoke} } catch {}`, ASK, 'catch {}'],
    [invoke, ASK, null],
    [
      `try { ${invoke} } catch {}`,
      `try { ${ASK} } catch (e) { return Response.json({ e }, { status: 500 }); }`,
      'catch {}',
    ],
    [invoke, `try { ${ASK} } catch (e) { return Response.json({ e }, { status: 500 }); }`, null],
    [invoke, `try { ${ASK} } catch (e) { return fail(e, 502); }`, null],
    [invoke, `try { ${ASK} } catch (e) { return Response.json({ e }); }`, 'catch (e) { return Response.json({ e }); }'],
  ])('%s | %s', (body, job, expected) => {
    expect(caught(body, job)).toBe(expected);
  });

  test('a function that nothing of the app calls takes up a failure by its answer', () => {
    const [spend] = spendsOf({
      [entry('job')]: serve(`try { ${ASK} } catch (e) { return Response.json({ e }, { status: 500 }); }`),
    });
    expect(spend!.caught?.file).toBe(entry('job'));
  });

  test('the callback of a mutation is told of a failure', () => {
    const files = {
      [page]: `${SDK}export function Page() { const m = useMutation({ mutationFn: async () => { ${ASK} }, onError: (e) => toast(e) });\nreturn <button onClick={() => m.mutate()} />; }`,
    };
    const [spend] = spendsOf(files);
    const { start, end } = spend!.caught!;
    expect(files[page].slice(start, end)).toBe('(e) => toast(e)');
  });
});

test.each(['onSuccess', 'onSettled', 'onMutate'])('%s of a mutation is told of no failure', (event) => {
  const [spend] = spendsOf({
    [page]: `${SDK}export function Page() { const m = useMutation({ mutationKey: ['a'], mutationFn: async () => { ${ASK} }, ${event}: (e) => toast(e) });\nreturn <button onClick={() => m.mutate()} />; }`,
  });
  expect(spend!.caught).toBeNull();
});

describe('ways to a call', () => {
  const ask = `async function ask() { ${ASK} }`;
  test('the same call on two ways counts twice', () => {
    expect(inHandler('await ask(); await ask();', ask).map(spent)).toEqual(['InvokeLLM', 'InvokeLLM']);
  });

  test('conditions are gathered on the way', () => {
    const [spend] = inHandler(`if (rows) await ask(); `, `async function ask() { if (count < 3) { ${ASK} } }`);
    expect(spend!.conditions).toEqual(['limit', 'present']);
  });

  test('functions that call each other end', () => {
    const before = `async function a() { ${ASK} await b(); }\nasync function b() { await a(); await b(); }`;
    expect(inHandler('await a(); await b();', before).map(spent)).toEqual(['InvokeLLM', 'InvokeLLM']);
  });

  test('more than 200 are cut, and counted', () => {
    const levels = Array.from(
      { length: 8 },
      (_, i) => `async function f${i}() { await f${i + 1}(); await f${i + 1}(); }`,
    );
    const [flow] = flowsIn({ [page]: `${SDK}${levels.join('\n')}\nasync function f8() { ${ASK} }\nf0();` });
    expect([flow!.spends.length, flow!.cut]).toEqual([200, 56]);
  });

  test('functions that all call each other are left off early', () => {
    const names = Array.from({ length: 40 }, (_, i) => `f${i}`);
    const all = names.map(
      (name) => `async function ${name}() { ${ASK} ${names.map((other) => `await ${other}();`).join(' ')} }`,
    );
    const [flow] = flowsIn({ [page]: `${SDK}${all.join('\n')}\nf0();` });
    expect(flow!.spends).toHaveLength(200);
    expect(flow!.cut).toBeGreaterThan(1000);
  });

  test('a chain of calls may be longer than the stack', () => {
    const chain = Array.from({ length: 5000 }, (_, i) => `async function f${i}() { await f${i + 1}(); }`);
    const [flow] = flowsIn({ [page]: `${SDK}${chain.join('\n')}\nasync function f5000() { ${ASK} }\nf0();` });
    expect([flow!.spends.length, flow!.cut]).toEqual([0, 1]);
  }, 60_000);
});

describe('random call graphs', () => {
  interface Shape {
    readonly calls: readonly (readonly number[])[];
    readonly paid: readonly boolean[];
  }
  const shapes = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.record({
      calls: fc.array(fc.array(fc.nat(count - 1), { maxLength: 2 }), { minLength: count, maxLength: count }),
      paid: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    }),
  );
  const codeOf = ({ calls, paid }: Shape): string =>
    calls
      .map(
        (to, i) => `async function f${i}() { ${to.map((one) => `await f${one}();`).join(' ')} ${paid[i] ? ASK : ''} }`,
      )
      .join('\n');

  /** Every way that enters no function twice, as the functions entered before the paid call. */
  function waysOf({ calls, paid }: Shape, node: number, before: readonly number[]): readonly string[] {
    if (before.includes(node)) return [];
    const entered = [...before, node];
    return [
      ...calls[node]!.flatMap((to) => waysOf({ calls, paid }, to, entered)),
      ...(paid[node] ? [entered.join()] : []),
    ];
  }

  test('flows list every way, and circles end', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const code = `${SDK}${codeOf(shape)}\nf0();`;
        const [flow] = flowsIn({ [page]: code });
        const ways = (flow?.spends ?? []).map(({ path }) =>
          path.map(({ place }) => Number(/^f(\d)/.exec(code.slice(place.start))?.[1])).join(),
        );
        expect(ways).toEqual(waysOf(shape, 0, []));
        expect(flow?.cut ?? 0).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
