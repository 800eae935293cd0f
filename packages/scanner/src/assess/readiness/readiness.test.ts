import { criterionIds, readinessActions, readinessCriteria, type CriterionId } from '@base44-lint/catalog';
import type { Level } from '@base44-lint/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readinessSection, type ReadinessSection } from '../../result/readiness.js';
import { client, entity, readinessInput, type Content } from '../../testing/readiness.js';
import { sampleFinding } from '../../testing/sample.js';
import { byCriterion } from './answers.js';
import type { ReadinessInput } from './input.js';
import { readinessOf } from './index.js';

const clinic: Content = {
  ...entity('Patient', ['full_name', 'diagnosis']),
  'src/pages/Chat.jsx': `${client}import { useEffect } from 'react';
export default function Chat() { useEffect(() => base44.entities.ChatMessage.subscribe(show), []); return null; }`,
};

/** Things that an export may hold besides, each of which speaks to a criterion or a task. */
const parts: readonly Content[] = [
  entity('Card', ['card_number', 'cvv']),
  entity('Contact', ['full_name', 'phone', 'gdpr_consent']),
  entity('Patient', ['full_name', 'hipaa_consent', 'diagnosis']),
  entity('Child', ['first_name', 'birth_date']),
  entity('Employee', ['full_name', 'iban']),
  { 'src/lib/doc.js': "// base44\nimport * as Y from 'yjs';\nnew Y.Doc();" },
  { 'src/pages/Chat.jsx': clinic['src/pages/Chat.jsx']! },
  { 'src/pages/Privacy.jsx': '// base44\nexport default () => <p>GDPR</p>;' },
];
const rules = [
  'require-tenant-filter',
  'require-entity-rules',
  'no-websocket',
  'no-tight-polling',
  'no-sensitive-field',
];
const rulesOfWork = [
  'require-error-reporting',
  'require-function-auth',
  'client-rendered-public-pages',
  'no-ignored-host-files',
];

const answers: fc.Arbitrary<ReadinessInput['answers']> = fc.record(
  byCriterion(() => fc.constantFrom<Level>(0, 1, 2, 3, 4)),
  { requiredKeys: [] },
);
const contents = fc.subarray([...parts]).map((some) => Object.assign({}, ...some) as Content);
const findings = fc.array(
  fc
    .record({
      rule: fc.constantFrom(...rules, ...rulesOfWork),
      severity: fc.constantFrom('critical', 'high', 'medium', 'low', 'info'),
      confidence: fc.constantFrom('certain', 'likely', 'possible'),
      identity: fc.uuid(),
    })
    .map(sampleFinding),
  { maxLength: 4 },
);

const rank = ({ outcomes }: { outcomes: ReadinessSection['outcomes'] }): number =>
  Math.max(...outcomes.map(({ action }) => readinessActions.length - readinessActions.indexOf(action)));

/** Every number of a section that means "better" where it is higher. */
function numbersOf(section: ReadinessSection): number[] {
  const { total, today, asAnswered, criteria, work } = section;
  return [
    ...[total, today.total].flatMap(({ low, high }) => [low, high]),
    (asAnswered ?? section).total.high,
    ...criteria.flatMap(({ cap, points }) => [cap, points.low, points.high]),
    ...criteria.map(({ today: now, points }) => (now?.levels ?? points).high),
    rank(section),
    rank(today),
    ...work.map(({ state }) => (state === 'done' ? 1 : 0)),
  ];
}

function notAbove(later: ReadinessSection, earlier: ReadinessSection): void {
  const before = numbersOf(earlier);
  for (const [index, number] of numbersOf(later).entries()) expect(number).toBeLessThanOrEqual(before[index]!);
}

describe('whatever else is found', () => {
  it('a further finding never raises a number', () => {
    fc.assert(
      fc.property(contents, answers, findings, findings, (files, given, some, more) => {
        const section = (list: typeof some) => readinessOf(readinessInput(files, { answers: given, findings: list }));
        notAbove(section([...some, ...more]), section(some));
      }),
      { numRuns: 40 },
    );
  });

  it('more in the export never raises a cap or a total', () => {
    fc.assert(
      fc.property(contents, contents, answers, (files, more, given) => {
        const { criteria, total } = readinessOf(readinessInput(files, { answers: given }));
        const later = readinessOf(readinessInput({ ...files, ...more }, { answers: given }));
        // A schema that replaces another of the same name may hold less.
        fc.pre(!('base44/entities/Patient.jsonc' in more) || 'base44/entities/Patient.jsonc' in files === false);
        for (const [index, { cap }] of later.criteria.entries()) expect(cap).toBeLessThanOrEqual(criteria[index]!.cap);
        expect(later.total.high).toBeLessThanOrEqual(total.high);
        expect(later.total.low).toBeLessThanOrEqual(total.low);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an answer', () => {
  it('never widens a range, nor adds a verdict', () => {
    fc.assert(
      fc.property(
        contents,
        answers,
        fc.constantFrom(...criterionIds),
        fc.constantFrom<Level>(0, 1, 2, 3, 4),
        (files, given, id, level) => {
          const open = Object.fromEntries(Object.entries(given).filter(([one]) => one !== id));
          const before = readinessOf(readinessInput(files, { answers: open }));
          const after = readinessOf(readinessInput(files, { answers: { ...open, [id]: level } }));
          for (const pick of [(one: ReadinessSection) => one, (one: ReadinessSection) => one.today] as const) {
            expect(pick(after).total.low).toBeGreaterThanOrEqual(pick(before).total.low);
            expect(pick(after).total.high).toBeLessThanOrEqual(pick(before).total.high);
            const possible = new Set(pick(before).outcomes.map((one) => one.id));
            for (const outcome of pick(after).outcomes) expect(possible).toContain(outcome.id);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the section', () => {
  it('is what its schema says, and the same each time', () => {
    fc.assert(
      fc.property(contents, answers, findings, (files, given, some) => {
        const section = () =>
          readinessOf(
            readinessInput(files, {
              answers: given,
              findings: some,
              migration: { hours: { low: 100, high: 300 }, cost: { low: 1, high: 2 } },
            }),
          );
        expect(() => readinessSection.parse(section())).not.toThrow();
        expect(section()).toEqual(section());
      }),
      { numRuns: 20 },
    );
  });

  it('shows an answer that the export contradicts, and what both come to', () => {
    const full: Record<CriterionId, Level> = byCriterion((id) => readinessCriteria[id].levels.at(-1)!.level);
    const section = readinessOf(readinessInput(clinic, { answers: full }));
    expect(section.criteria.filter(({ contradiction }) => contradiction).map(({ id, points }) => [id, points])).toEqual(
      [
        ['regulatory-compliance', { low: 2, high: 2 }],
        ['data-sensitivity', { low: 0, high: 0 }],
        ['realtime', { low: 1, high: 1 }],
      ],
    );
    expect(section.total).toEqual({ low: 23, high: 23 });
    expect(section.outcomes.map(({ id }) => id)).toEqual(['extensive-hardening']);
    expect(section.asAnswered).toMatchObject({ total: { low: 32, high: 32 }, outcomes: [{ id: 'light-hardening' }] });
    expect(section.criteria[5]!.contradiction!.text).toBe(
      'Level 4 was answered, but the export allows 1 at most: Messages or notifications are followed live (ChatMessage), as level 1 describes.',
    );
  });

  it('reads the same with the facts of today beside it', () => {
    const { total, today } = readinessOf(readinessInput(clinic, { answers: { realtime: 1 } }));
    expect([today.total.low - total.low, today.total.high - total.high]).toEqual([1, 1]);
  });

  it('has no total of answers where none is contradicted', () => {
    expect(readinessOf(readinessInput({}, { answers: { realtime: 3 } })).asAnswered).toBeNull();
  });

  it('explains each of its numbers, and a total as the sum of its terms', () => {
    const section = readinessOf(
      readinessInput(clinic, { migration: { hours: { low: 100, high: 300 }, cost: { low: 1, high: 2 } } }),
    );
    const numbers = section.explanations.map(({ number }) => number);
    const wanted = [
      ...section.criteria.flatMap((_, index) => [`criteria[${index}].cap`, `criteria[${index}].points`]),
      ...['', 'today.'].flatMap((path) => [`${path}total.low`, `${path}total.high`]),
      ...section.outcomes.map((_, index) => `outcomes[${index}].totals`),
      ...section.today.outcomes.map((_, index) => `today.outcomes[${index}].totals`),
      ...section.next.map((_, index) => `next[${index}].outcomesLeft`),
      ...section.effort.flatMap((_, index) => [
        `effort[${index}].weeks`,
        `effort[${index}].hours`,
        `effort[${index}].ratio`,
      ]),
    ];
    expect(new Set(numbers)).toEqual(new Set(wanted));
    const high = section.explanations.find(({ number }) => number === 'total.high')!;
    const terms = high.formula.split(' (')[0]!.split(' + ').map(Number);
    expect(terms.reduce((sum, term) => sum + term, 0)).toBe(section.total.high);
    expect(high.value).toBe(String(section.total.high));
  });
});
