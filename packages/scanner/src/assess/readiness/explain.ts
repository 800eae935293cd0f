import { criterionIds } from '@base44-lint/catalog';
import type { Explanation, Range } from '../../result.js';
import type {
  ReadinessCriterion,
  ReadinessEffort,
  ReadinessSection,
  ReadinessVerdicts,
} from '../../result/readiness.js';

type Part = Omit<ReadinessSection, 'explanations'>;

/** Where every number of the section comes from. */
export function explanationsOf(section: Part): Explanation[] {
  const { criteria, today, asAnswered, effort, next } = section;
  const reading = criteria.map(({ points, today: now }) => now?.levels ?? points);
  return [
    ...criteria.flatMap(ofCriterion),
    ...ofVerdicts(
      '',
      section,
      criteria.map(({ points }) => points),
      'the levels that remain',
    ),
    ...(asAnswered
      ? ofVerdicts(
          'asAnswered.',
          asAnswered,
          criteria.map(({ points, contradiction }) =>
            contradiction ? { low: contradiction.answer, high: contradiction.answer } : points,
          ),
          'answers as given, against what the export shows',
        )
      : []),
    ...ofVerdicts('today.', today, reading, 'the levels read with what the platform can do today'),
    ...next.map(({ outcomesLeft, criterion }, index) => ({
      number: `next[${index}].outcomesLeft`,
      value: span(outcomesLeft),
      formula: `verdicts that the decision tree still gives once ${criterion} has each of its levels: the fewest and the most`,
      facts: [],
    })),
    ...effort.flatMap((one, index) => ofEffort(one, index, section)),
  ];
}

function ofCriterion(
  { answer, cap, points, evidence, contradiction, levels }: ReadinessCriterion,
  index: number,
): Explanation[] {
  const capping = evidence.filter((one) => one.cap !== null);
  const known = levels.map(({ level }) => level).join(', ');
  return [
    {
      number: `criteria[${index}].cap`,
      value: String(cap),
      formula:
        capping.length === 0
          ? 'nothing in the export caps this criterion, so its highest level'
          : `the highest of the levels ${known} that is not above min(${capping.map(({ kind, cap: one }) => `${kind} ${one}`).join(', ')})`,
      facts: capping.flatMap(({ reason, places }) => [{ note: reason, location: null }, ...places]),
    },
    {
      number: `criteria[${index}].points`,
      value: span(points),
      formula: contradiction
        ? `min(answer ${contradiction.answer}, cap ${cap})`
        : answer === null
          ? `not answered: from the lowest level to the cap ${cap}`
          : `the answer ${answer}, which the cap ${cap} allows`,
      facts: [],
    },
  ];
}

function ofVerdicts(path: string, verdicts: ReadinessVerdicts, points: readonly Range[], what: string): Explanation[] {
  const sum = (side: keyof Range): string => points.map((one) => one[side]).join(' + ');
  return [
    ...(['low', 'high'] as const).map((side) => ({
      number: `${path}total.${side}`,
      value: String(verdicts.total[side]),
      formula: `${sum(side)} (${what}, in the order ${criterionIds.join(', ')})`,
      facts: [],
    })),
    ...verdicts.outcomes.map(({ totals, title }, index) => ({
      number: `${path}outcomes[${index}].totals`,
      value: span(totals),
      formula: `all totals for which the decision tree gives "${title}", over every combination of ${what}`,
      facts: [],
    })),
  ];
}

function ofEffort(
  { weeks, hours, ratio, text }: ReadinessEffort,
  index: number,
  { migration, model }: Part,
): Explanation[] {
  const { source } = model;
  return [
    {
      number: `effort[${index}].weeks`,
      value: span(weeks),
      formula: text,
      facts: [{ note: `${source.title}, edition ${source.date}, ${source.url}`, location: null }],
    },
    {
      number: `effort[${index}].hours`,
      value: span(hours),
      formula: `${span(weeks)} weeks of one engineer × 40 hours`,
      facts: [{ note: `${text}; ${source.title}, edition ${source.date}`, location: null }],
    },
    ...(ratio && migration
      ? [
          {
            number: `effort[${index}].ratio`,
            value: `${percent(ratio.low)} to ${percent(ratio.high)}`,
            formula: `lowest: ${hours.low} h of hardening / ${migration.hours.high} h of migration; highest: ${hours.high} / ${migration.hours.low}`,
            facts: [{ note: 'Hours of migration: exit section', location: null }],
          },
        ]
      : []),
  ];
}

function span({ low, high }: Range): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
