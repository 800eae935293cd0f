import { describe, expect, test } from 'vitest';
import { recogniseText } from './recognise.js';

/** Whether a run reaches one at most of the two mails that the code sends, to `one` and to `two`. */
function excludes(code: string): boolean {
  const text = `import { base44 } from '@/api/base44Client';
    export async function run(a, b, rows) { ${code.replaceAll(/\b(one|two)\(\)/g, 'base44.integrations.Core.SendEmail({ to: "$1" })')} }`;
  const [first, second] = ['one', 'two'].map((to) => {
    const at = text.indexOf(`base44.integrations.Core.SendEmail({ to: "${to}" })`);
    return recogniseText(text, 'src/main.js').calls.find(({ start }) => start === at)!.arms ?? [];
  });
  return first!.some(([branch, arm]) => second!.some(([other, own]) => branch === other && arm !== own));
}

describe('of two calls a run reaches one at most', () => {
  test.each([
    ['if and else', 'if (a) { await one(); } else { await two(); }'],
    ['else if', 'if (a) await one(); else if (b) await two();'],
    ['behind an arm that leaves', 'if (a) { await one(); return; } await two();'],
    ['behind an else that leaves', 'if (a) { await one(); } else { await two(); return; }'],
    [
      'after an early exit, both arms deeper',
      'if (a) { if (b) { await one(); } return; } for (const r of rows) await two();',
    ],
    ['a conditional expression', 'await (a ? one() : two());'],
    ['cases that leave', "switch (a) { case 'x': await one(); break; default: await two(); }"],
    ['a catch that leaves, and what follows', 'try { await b(); } catch { await one(); return; } await two();'],
    ['in a loop that goes on', 'for (const r of rows) { if (r.a) { await one(); continue; } await two(); }'],
  ])('%s', (_, code) => expect(excludes(code)).toBe(true));
});

describe('a run may reach both', () => {
  test.each([
    ['one after the other', 'await one(); await two();'],
    ['two conditions', 'if (a) await one(); if (b) await two();'],
    ['one arm', 'if (a) { await one(); await two(); }'],
    ['behind an arm that stays', 'if (a) { await one(); } await two();'],
    ['before an exit', 'await one(); if (a) return; await two();'],
    ['in the test of a branch', 'if (await one()) { await two(); }'],
    ['a case that runs on', "switch (a) { case 'x': await one(); case 'y': await two(); }"],
    ['a try and its catch', 'try { await one(); await b(); } catch { await two(); }'],
    ['a catch that stays, and what follows', 'try { await b(); } catch { await one(); } await two();'],
  ])('%s', (_, code) => expect(excludes(code)).toBe(false));
});
