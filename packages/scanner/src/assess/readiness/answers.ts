import { criterionIds, readinessCriteria, type CriterionId } from '@base44-lint/catalog';
import type { Level } from '@base44-lint/model';
import type { Levels, ReadinessInput, Scale } from './input.js';

/** What is known of one criterion: the answer, the cap, and what remains of both. */
export interface Standing {
  readonly answer: Level | null;
  /** Why the answer was turned down. */
  readonly rejected: string | null;
  readonly cap: Level;
  /** Levels that remain; an answer above the cap counts as the highest level that the export allows. */
  readonly levels: Levels;
  /** The same with the answer taken as given. */
  readonly asAnswered: Levels;
}

export type Standings = Readonly<Record<CriterionId, Standing>>;

export function standingsOf(answers: ReadinessInput['answers'], capOf: (id: CriterionId) => Level): Standings {
  return byCriterion((id) => standingOf(id, answers[id] ?? null, capOf(id)));
}

function standingOf(id: CriterionId, given: Level | null, highest: Level): Standing {
  const defined = readinessCriteria[id].levels.map(({ level }) => level);
  const allowed = defined.filter((level) => level <= highest);
  const cap = Math.max(...allowed) as Level;
  if (given === null || !defined.includes(given)) {
    const rejected =
      given === null
        ? null
        : `Level ${given} does not exist for this criterion, which knows ${defined.join(', ')}; it counts as not answered.`;
    return { answer: null, rejected, cap, levels: allowed, asAnswered: allowed };
  }
  return { answer: given, rejected: null, cap, levels: [given > cap ? cap : given], asAnswered: [given] };
}

export function scaleOf(standings: Standings, pick: (standing: Standing) => Levels): Scale {
  return byCriterion((id) => pick(standings[id]));
}

export function byCriterion<T>(of: (id: CriterionId) => T): Record<CriterionId, T> {
  return Object.fromEntries(criterionIds.map((id) => [id, of(id)])) as Record<CriterionId, T>;
}
