import { describe, expect, test } from 'vitest';
import { recogniseText } from './recognise.js';

/** What takes up a failure of `go()`: the text at its place, `loose` where nobody waits, `passed on` otherwise. */
function taken(code: string): string {
  const text = code.replaceAll('go()', 'base44.list()');
  const call = recogniseText(text, 'src/x.js').calls.find(({ callee }) => callee.t === 'get' && callee.key === 'list')!;
  if (call.loose) return 'loose';
  if (!call.caught) return 'passed on';
  const shown = text.slice(call.caught.start, call.caught.end);
  return call.caught.answers ? `${shown} answers` : shown;
}
const run = (body: string) => taken(`async function run() { ${body} }`);

describe('what takes up a failure', () => {
  test.each([
    ['await go();', 'passed on'],
    ['go();', 'loose'],
    ['void go();', 'loose'],
    ['!go();', 'loose'],
    ['await void go();', 'loose'],
    ['const x = go(); await x;', 'passed on'],
    ['return go();', 'passed on'],
    ['return await go();', 'passed on'],
    ['await go().catch(h);', 'h'],
    ['await go()?.catch(h);', 'h'],
    ['await go().catch(h).finally(f);', 'h'],
    ['await go().finally(f);', 'passed on'],
    ['await go().catch();', 'passed on'],
    ['await go().then(f);', 'passed on'],
    ['await go().then(f, h);', 'h'],
    ['await go().then(f).then(g).catch(h);', 'h'],
    ['await go().catch;', 'passed on'],
    ['await keep(go().catch);', 'passed on'],
    ['await x.catch(go());', 'passed on'],
    ["await go()['catch'](h);", 'h'],
    ['await (go().catch)(h);', 'h'],
    ['go().catch(h);', 'h'],
    ['await go().catch((e) => { throw e; });', 'passed on'],
    ['await go().catch((e) => Promise.reject(e));', 'passed on'],
    ['await go().catch((e) => { return Promise.reject(e); });', 'passed on'],
    ['await go().catch((e) => report(e));', '(e) => report(e)'],
    ['await go().catch((e) => { return report(e); });', '(e) => { return report(e); }'],
    ['await go().catch((e) => { if (a) throw e; else throw b; });', 'passed on'],
    ['await go().catch((e) => { if (a) throw e; });', '(e) => { if (a) throw e; }'],
    ['await go().catch((e) => { if (a) return 1; else throw e; });', '(e) => { if (a) return 1; else throw e; }'],
    ['await go().catch((e) => { return; });', '(e) => { return; }'],
    ['await go().catch((e) => { log(e); throw e; });', 'passed on'],
    ['try { await go(); } catch {}', 'catch {}'],
    ['try { await a(); } catch { await go(); }', 'passed on'],
    ['try { await a(); } finally { await go(); }', 'passed on'],
    ['try { if (a) { await go(); } } catch {}', 'catch {}'],
    ['try { go(); } catch {}', 'loose'],
    ['try { const x = await go(); } catch {}', 'catch {}'],
    ['try { return go(); } catch {}', 'passed on'],
    ['try { return await go(); } catch {}', 'catch {}'],
    ['try { await Promise.all([go()]); } catch {}', 'catch {}'],
    ['try { await Promise.all(rows.map(() => go())); } catch {}', 'catch {}'],
    ['try { await Promise.all(rows.map(() => { return go(); })); } catch {}', 'catch {}'],
    ['try { await Promise.all(rows.map(async () => { await go(); })); } catch {}', 'catch {}'],
    ['try { rows.map(async () => { await go(); }); } catch {}', 'loose'],
    ['try { rows.forEach(() => go()); } catch {}', 'loose'],
    ['try { await rows.forEach(async () => { await go(); }); } catch {}', 'loose'],
    ['try { keep({ a: async () => { await go(); } }); } catch {}', 'passed on'],
    ['try { keep({ a: () => go() }); } catch {}', 'passed on'],
    [
      'try { await Promise.all(rows.map(async () => { try { await go(); } catch (e) { throw e; } })); } catch {}',
      'catch {}',
    ],
  ])('%s: %s', (body, expected) => expect(run(body).replaceAll('base44.list()', 'go()')).toBe(expected));
});

describe('a catch that answers with a failure', () => {
  test.each([
    ['return Response.json({ e }, { status: 500 });', true],
    ["return new Response('x', { status: 400 });", true],
    ['return json({ statusCode: 599 });', true],
    ['return fail(e, 502);', true],
    ['if (a) { return fail(e, 404); }', true],
    ['return Response.json({ e }, { status: 399 });', false],
    ['return Response.json({ e }, { status: 600 });', false],
    ["return Response.json({ e }, { status: '500' });", false],
    ['return Response.json({ e }, { code: 500 });', false],
    ['return Response.json({ e }, { httpstatus: 500 });', false],
    ['const x = 500;', false],
    ['return new Fail(500);', false],
    ['return Response.json({ e });', false],
  ])('%s: %s', (body, answers) => {
    expect(run(`try { await go(); } catch (e) { ${body} }`).endsWith('answers')).toBe(answers);
  });
});
