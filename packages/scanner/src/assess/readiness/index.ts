import {
  criterionIds,
  highestTotal,
  readinessBands,
  readinessCriteria,
  readinessSource,
  readinessVersion,
  sources,
  stayOrLeave,
  type CriterionId,
} from '@base44-lint/catalog';
import type { ReadinessCriterion, ReadinessSection } from '../../result/readiness.js';
import type { Range } from '../../result.js';
import { byCriterion, scaleOf, standingsOf, type Standing } from './answers.js';
import { effortsOf } from './effort.js';
import { needsShown } from './evidence/compliance.js';
import type { Evidence } from './evidence/evidence.js';
import { capOf, evidenceOf, shown } from './evidence/index.js';
import { explanationsOf } from './explain.js';
import type { ReadinessInput } from './input.js';
import { nextQuestions } from './next.js';
import { rangeOf, verdictsOf } from './possible.js';
import { levelsToday, todayOf, type Present } from './today.js';
import { workOf } from './work/index.js';

export type { ReadinessInput } from './input.js';

/** Whether the app is ready for production: what the export shows, what its owner says, and what follows from both. */
export function readinessOf(input: ReadinessInput): ReadinessSection {
  const evidence = evidenceOf(input);
  const standings = standingsOf(input.answers, (id) => capOf(id, evidence));
  const present: Present = { app: input.app, needs: input.needs ?? null, shown: needsShown(evidence) };
  const scale = scaleOf(standings, ({ levels }) => levels);
  const isContradicted = criterionIds.some((id) => isContradiction(standings[id]));
  const verdicts = verdictsOf(scale);
  const given = isContradicted ? verdictsOf(scaleOf(standings, (one) => one.asAnswered)) : null;
  const today = verdictsOf(byCriterion((id) => levelsToday(id, scale[id], present)));
  const section = {
    model: modelOf(),
    criteria: criterionIds.map((id) => criterionOf(id, standings[id], evidence, present, input)),
    ...verdicts,
    band: bandsIn(verdicts.total),
    asAnswered: given,
    today,
    needs: input.needs ? [...input.needs] : null,
    next: nextQuestions(standings, scale),
    work: workOf(input),
    effort: effortsOf(
      { framework: verdicts, ...(given && { 'as-answered': given }), today },
      input.migration?.hours ?? null,
    ),
    // The estimate of the exit section holds more than belongs here.
    migration: input.migration && { hours: input.migration.hours, cost: input.migration.cost },
    thresholds: { ...stayOrLeave },
  };
  return { ...section, explanations: explanationsOf(section) };
}

function modelOf(): ReadinessSection['model'] {
  const { key, date, checkedOn } = readinessSource;
  const { title, url } = sources[key];
  return { version: readinessVersion, source: { title, url, date, checkedOn }, highestTotal };
}

function isContradiction({ answer, cap }: Standing): boolean {
  return answer !== null && answer > cap;
}

function criterionOf(
  id: CriterionId,
  standing: Standing,
  evidence: readonly Evidence[],
  present: Present,
  input: ReadinessInput,
): ReadinessCriterion {
  const { number, title, question, why, levels, limits } = readinessCriteria[id];
  const { answer, rejected, cap } = standing;
  const own = evidence.filter(({ criterion }) => criterion === id);
  return {
    id,
    number,
    title,
    question,
    why,
    levels: levels.map((one) => ({ ...one })),
    limit: limits ? { workableFrom: limits.workableFrom, text: limits.text } : null,
    answer,
    rejected,
    cap,
    points: rangeOf(standing.levels),
    contradiction:
      answer !== null && answer > cap
        ? {
            answer,
            cap,
            text: `Level ${answer} was answered, but the export allows ${cap} at most: ${own[0]!.reason}`,
          }
        : null,
    evidence: own.map((one) => shown(one, input)),
    today: todayOf(id, standing.levels, present),
  };
}

/** Rows of the table of totals within reach, worst first. */
function bandsIn({ low, high }: Range): string[] {
  return [...readinessBands]
    .reverse()
    .filter(({ totals: [from, to] }) => from <= high && low <= to)
    .map(({ text }) => text);
}
