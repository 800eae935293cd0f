import type { CriterionId } from '@base44-lint/catalog';
import { describe, expect, it } from 'vitest';
import { scaleOf, standingsOf } from './answers.js';
import { nextQuestions } from './next.js';
import type { ReadinessInput } from './input.js';

function next(answers: ReadinessInput['answers']) {
  const standings = standingsOf(answers, () => 4);
  return nextQuestions(
    standings,
    scaleOf(standings, ({ levels }) => levels),
  );
}

const allFours = {
  'regulatory-compliance': 4,
  'data-sensitivity': 4,
  'user-concurrency': 4,
  performance: 4,
  availability: 4,
  realtime: 4,
  'roadmap-horizon': 4,
  'team-capacity': 4,
} as const;

function without(...open: readonly CriterionId[]): ReadinessInput['answers'] {
  return Object.fromEntries(Object.entries(allFours).filter(([id]) => !open.includes(id as CriterionId)));
}

describe('what to ask next', () => {
  it('is every open criterion, and first the one that rules most out', () => {
    const questions = next({});
    expect(questions).toHaveLength(8);
    expect(questions[0]).toMatchObject({
      criterion: 'regulatory-compliance',
      settledBy: [0],
      outcomesLeft: { low: 1 },
    });
  });

  it('names the answers that settle it', () => {
    const rest = without('realtime');
    expect(next(rest)).toEqual([
      {
        criterion: 'realtime',
        question: 'How soon must one person see what another has changed?',
        settledBy: [0, 1, 2, 3, 4],
        outcomesLeft: { low: 1, high: 1 },
      },
    ]);
  });

  it('puts the answer that helps even at its worst before one that may not', () => {
    const rest = without('realtime', 'team-capacity');
    // With 24 points behind them both decide whether it is 28 or more, but only one can also rule the platform out.
    expect(next(rest).map(({ criterion, outcomesLeft }) => [criterion, outcomesLeft])).toEqual([
      ['realtime', { low: 1, high: 2 }],
      ['team-capacity', { low: 2, high: 3 }],
    ]);
  });

  it('is nothing where all is answered', () => {
    expect(next(allFours)).toEqual([]);
  });

  it('leaves out what the export settles', () => {
    const standings = standingsOf({}, (id) => (id === 'data-sensitivity' ? 0 : 4));
    const scale = scaleOf(standings, ({ levels }) => levels);
    expect(nextQuestions(standings, scale).map(({ criterion }) => criterion)).not.toContain('data-sensitivity');
  });
});
