import { describe, expect, test } from 'vitest';
import { foremost, knownOf, type Act } from './act.js';

const act = (does: string, more: Partial<Act>): Act => ({
  span: { start: 10, end: 20 },
  known: 'none',
  severity: 'medium',
  confidence: 'likely',
  can: '',
  does,
  advice: '',
  chosen: false,
  evidence: [],
  ...more,
});
const order = (...acts: readonly Act[]): readonly string[] => foremost(acts).map(({ does }) => does);

describe('the act to report first', () => {
  test.each<[string, Partial<Act>, Partial<Act>]>([
    [
      'is shown rather than worse and only possible',
      { severity: 'info' },
      { severity: 'critical', confidence: 'possible' },
    ],
    ['is critical rather than high', { severity: 'critical' }, { severity: 'high' }],
    ['is high rather than medium', { severity: 'high' }, { severity: 'medium' }],
    ['is medium rather than low', { severity: 'medium' }, { severity: 'low' }],
    ['is low rather than info', { severity: 'low' }, { severity: 'info' }],
    ['is worse rather than what the caller decides', { severity: 'high' }, { severity: 'medium', chosen: true }],
    ['is worse rather than sure', { severity: 'high' }, { severity: 'medium', chosen: true, confidence: 'certain' }],
    ['is what the caller decides, of two as bad', { chosen: true }, { chosen: false }],
    ['is what the caller decides rather than sure', { chosen: true }, { confidence: 'certain' }],
    ['is certain rather than likely', { confidence: 'certain' }, { confidence: 'likely' }],
    [
      'is worse, of two that are possible',
      { confidence: 'possible', severity: 'low' },
      { confidence: 'possible', severity: 'info' },
    ],
    ['is first in the text, of two alike', { span: { start: 5, end: 50 } }, { span: { start: 6, end: 7 } }],
    [
      'is worse rather than first in the text',
      { severity: 'high', span: { start: 90, end: 99 } },
      { span: { start: 1, end: 2 } },
    ],
  ])('%s', (_, first, second) => {
    expect(order(act('first', first), act('second', second))).toEqual(['first', 'second']);
    expect(order(act('second', second), act('first', first))).toEqual(['first', 'second']);
  });

  test('leaves the given list as it is', () => {
    const acts = [act('low', { severity: 'low' }), act('high', { severity: 'high' })];
    foremost(acts);
    expect(acts.map(({ does }) => does)).toEqual(['low', 'high']);
  });
});

test.each([
  ['none', 'none'],
  ['signed-in', 'signed-in'],
  ['owner', null],
  ['role', null],
  ['secret', null],
  ['unknown', null],
] as const)('a caller of level %s is judged as %s', (level, expected) => {
  expect(knownOf({ level, places: [] })).toBe(expected);
});
