import { criterionIds, readinessCriteria } from '@base44-lint/catalog';
import type { Level } from '@base44-lint/model';
import type { ReadinessSection } from '../../result/readiness.js';
import type { Standings } from './answers.js';
import type { Scale } from './input.js';
import { verdictsOf } from './possible.js';

type Question = ReadinessSection['next'][number];

/**
 * The open criteria, the one first whose answer narrows most: which leaves the fewest verdicts even with the answer that
 * helps least, then on average; at a tie in the order of the criteria.
 */
export function nextQuestions(standings: Standings, scale: Scale): Question[] {
  return criterionIds
    .filter((id) => standings[id].answer === null && scale[id].length > 1)
    .map((id) => {
      const left = scale[id].map((level) => ({ level, verdicts: verdictsOf({ ...scale, [id]: [level] }) }));
      const counts = left.map(({ verdicts }) => verdicts.outcomes.length);
      const question: Question = {
        criterion: id,
        question: readinessCriteria[id].question,
        settledBy: left.filter(({ verdicts }) => verdicts.settled).map(({ level }): Level => level),
        outcomesLeft: { low: Math.min(...counts), high: Math.max(...counts) },
      };
      return { question, most: Math.max(...counts), mean: counts.reduce((a, b) => a + b, 0) / counts.length };
    })
    .sort((a, b) => a.most - b.most || a.mean - b.mean || b.question.settledBy.length - a.question.settledBy.length)
    .map(({ question }) => question);
}
