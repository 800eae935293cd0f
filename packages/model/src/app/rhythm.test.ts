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
  ])('%s', (expression, shortest, monthly) => expect(cron(expression)).toEqual({ shortest, monthly }));

  test.each(['', '* * * *', '60 * * * *', '5-1 * * * *', '*/0 * * * *', 'a b c d e', '* * * FOO *'])(
    '"%s" is unknown',
    (expression) => expect(cron(expression)).toBeUndefined(),
  );
});
