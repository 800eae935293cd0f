import { describe, expect, test } from 'vitest';
import { callOf } from './testing/view.js';

/** The kinds of what must hold for a call in an effect, where these statements stand before it or around it. */
const conditionsOf = (body: (call: string) => string) => {
  const code = `import { base44 } from '@/api/base44Client';\nuseEffect(() => { ${body('base44.entities.Task.list()')} }, []);`;
  return callOf(code).execution.triggers[0]?.conditions ?? [];
};
const where = (question: string) => conditionsOf((call) => `if (${question}) ${call};`);
const unless = (question: string) => conditionsOf((call) => `if (${question}) return; ${call};`);

describe('what a call waits for', () => {
  test.each<[string, string, string]>([
    ['row', 'present', 'absent'],
    ['!row', 'absent', 'present'],
    ['row === null', 'absent', 'present'],
    ['null == row', 'absent', 'present'],
    ['row !== undefined', 'present', 'absent'],
    ['undefined === row', 'absent', 'present'],
    ["row.name === ''", 'absent', 'present'],
    ['row.done === false', 'absent', 'present'],
    ['row.done === true', 'present', 'absent'],
    ['row.done !== true', 'absent', 'present'],
    ['count === 0', 'absent', 'present'],
    ['count !== 0', 'present', 'absent'],
    ['rows.length > 0', 'present', 'absent'],
    ['rows.length >= 1', 'present', 'absent'],
    ['rows.length < 1', 'absent', 'present'],
    ['rows.length <= 0', 'absent', 'present'],
    ['seen.size > 0', 'present', 'absent'],
    ['document.hidden', 'visible', 'visible'],
    ['document.hasFocus()', 'visible', 'visible'],
    ["document.visibilityState === 'visible'", 'visible', 'visible'],
    ["'hidden' !== document.visibilityState", 'visible', 'visible'],
  ])('%s', (question, holding, failing) => {
    expect([where(question), unless(question)]).toEqual([[holding], [failing]]);
  });

  test.each<[string, string]>([
    ["action === 'ask'", 'case'],
    ["'ask' !== action", 'case'],
    ['kind === other', 'case'],
    ['step === 2', 'case'],
    ['count < 10', 'limit'],
    ['count > 0', 'limit'],
    ['rows.length > 5', 'limit'],
    ['rows.length > limit', 'limit'],
    ['rows.count > 0', 'limit'],
    ['Date.now() - last >= DAY', 'limit'],
  ])('%s: the same either way', (question, kind) => {
    expect([where(question), unless(question)]).toEqual([[kind], [kind]]);
  });

  test.each<[string, (call: string) => string, readonly string[]]>([
    ['both', (call) => `if (row && count < 3) ${call};`, ['limit', 'present']],
    ['neither', (call) => `if (row || action === 'ask') return; ${call};`, ['absent', 'case']],
    ['an else', (call) => `if (row) go(); else ${call};`, ['absent']],
    ['an else that leaves', (call) => `if (row) go(); else return; ${call};`, ['present']],
    ['a branch that does not leave', (call) => `if (row) go(); ${call};`, []],
    ['what comes after', (call) => `${call}; if (row) return;`, []],
    ['a choice', (call) => `row ? ${call} : null;`, ['present']],
    ['the other choice', (call) => `row ? null : ${call};`, ['absent']],
    ['a short way', (call) => `row && ${call};`, ['present']],
    ['the opposite short way', (call) => `row || ${call};`, ['absent']],
    ['a default', (call) => `const rows = row ?? ${call};`, ['absent']],
    ['one case of several', (call) => `switch (kind) { case 1: ${call}; }`, ['case']],
    ['all other cases', (call) => `switch (kind) { case 1: break; default: ${call}; }`, []],
    ['the question itself', (call) => `if (${call}) go();`, []],
    ['the first of two', (call) => `${call} && go();`, []],
  ])('%s', (_, body, expected) => expect(conditionsOf(body)).toEqual(expected));
});
