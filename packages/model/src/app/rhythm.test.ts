import { describe, expect, test } from 'vitest';
import { rhythmOf } from './rhythm.js';

describe('the rhythm of', () => {
  const cron = (expression: string) => rhythmOf({ cron: expression, everyMinutes: null, once: false });

  test.each<[string, number, number]>([
    ['* * * * *', 1, 43_200],
    ['*/5 * * * *', 5, 8_640],
    ['7-59/10 * * * *', 10, 4_320],
    ['0 9-17 * * 1-5', 60, 193],
    ['0 9 * * MON', 1_440, 4],
    ['30 3 1 * *', 1_440, 1],
    ['0 0,12 * * *', 720, 60],
    ['55 23 * * *', 1_440, 30],
    ['0 9 * JAN *', 1_440, 3],
    ['0 9 * 1-12 *', 1_440, 30],
    ['0 9 * * 0,7', 1_440, 4],
    ['0 9 * * SUN-SAT', 1_440, 30],
    ['0 9 1 * MON', 1_440, 5],
    ['0 9 1,11,21,31 * *', 1_440, 4],
    ['10/20 9 * * *', 20, 90],
    [' 0  9 * * * ', 1_440, 30],
    ['0 9,21 * * *', 720, 60],
    ['0 1,23 * * *', 120, 60],
    ['0 1,23 * * 1', 1_320, 9],
    ['0 9 * DEC *', 1_440, 3],
    ['59 23 31 12 6', 1_440, 0],
  ])('%s', (expression, shortest, monthly) => expect(cron(expression)).toEqual({ shortest, monthly }));

  test.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '* * * SUN *',
    '1- * * * *',
    '5/x * * * *',
    '5-1 * * * *',
    '*/0 * * * *',
    'a b c d e',
    '* * * FOO *',
  ])('"%s" is unknown', (expression) => expect(cron(expression)).toBeUndefined());

  test('a single run, and of nothing, is unknown', () => {
    expect(rhythmOf({ cron: '* * * * *', everyMinutes: 5, once: true })).toBeUndefined();
    expect(rhythmOf({ cron: null, everyMinutes: null, once: false })).toBeUndefined();
  });

  test('a number of minutes is taken as it stands', () => {
    expect(rhythmOf({ cron: null, everyMinutes: 7, once: false })).toEqual({ shortest: 7, monthly: 6_171 });
  });
});
