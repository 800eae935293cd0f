import type { Level } from '@base44-lint/model';
import { describe, expect, it, test } from 'vitest';
import { standingsOf, type Standing } from './answers.js';

const standing = (id: 'regulatory-compliance' | 'realtime', answer: Level | undefined, cap: Level): Standing =>
  standingsOf(answer === undefined ? {} : { [id]: answer }, () => cap)[id];

describe('an answer', () => {
  it('that the export allows is taken as it is', () => {
    expect(standing('realtime', 2, 3)).toMatchObject({ answer: 2, rejected: null, levels: [2], asAnswered: [2] });
  });

  it('above what the export allows counts as the cap, and as given in the other reading', () => {
    expect(standing('realtime', 4, 1)).toMatchObject({ answer: 4, cap: 1, levels: [1], asAnswered: [4] });
  });

  it('that is missing leaves every level up to the cap', () => {
    expect(standing('realtime', undefined, 2)).toMatchObject({ answer: null, levels: [0, 1, 2] });
  });

  test.each([1, 3] as const)('of %i on compliance is turned down, and the criterion stays open', (level) => {
    expect(standing('regulatory-compliance', level, 4)).toEqual({
      answer: null,
      rejected: `Level ${level} does not exist for this criterion, which knows 0, 2, 4; it counts as not answered.`,
      cap: 4,
      levels: [0, 2, 4],
      asAnswered: [0, 2, 4],
    });
  });
});

it('a cap between two levels that exist is the lower of them', () => {
  expect(standing('regulatory-compliance', undefined, 3)).toMatchObject({ cap: 2, levels: [0, 2] });
});
