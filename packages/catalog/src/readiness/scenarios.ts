import type { CriterionId } from '../criteria.js';
import type { ReadinessLevel } from './model.js';
import type { ReadinessVerdictId } from './verdicts.js';

/** A worked example of the article. */
export interface ReadinessScenario {
  readonly id: 'A' | 'B' | 'C' | 'D' | 'E';
  readonly app: string;
  /** In C the article stops at the first criterion. */
  readonly answers: Readonly<Partial<Record<CriterionId, ReadinessLevel>>>;
  /** As the article adds them up; null where it stops before. */
  readonly total: number | null;
  /** What the article concludes, in our words. */
  readonly conclusion: string;
  /** What the decision tree gives. */
  readonly verdict: ReadinessVerdictId;
  /** Where conclusion and tree use different words: in what they agree all the same. */
  readonly difference?: string;
}

type Eight = readonly [L, L, L, L, L, L, L, L];
type L = ReadinessLevel;

/** Levels in the order of the criteria. */
function levels(...[first, second, third, fourth, fifth, sixth, seventh, eighth]: Eight): Record<CriterionId, L> {
  return {
    'regulatory-compliance': first,
    'data-sensitivity': second,
    'user-concurrency': third,
    performance: fourth,
    availability: fifth,
    realtime: sixth,
    'roadmap-horizon': seventh,
    'team-capacity': eighth,
  };
}

export const readinessScenarios: readonly ReadinessScenario[] = [
  {
    id: 'A',
    app: 'Internal admin tool of a company with 50 people',
    answers: levels(4, 3, 4, 3, 4, 3, 3, 2),
    total: 26,
    conclusion: 'Ready for production with light hardening',
    verdict: 'hardening',
    difference:
      'A total of 26 lies in the band of 24 to 27, for which tree and table ask for a hardening project; both say to stay and ship.',
  },
  {
    id: 'B',
    app: 'Fitness service for consumers with 5,000 paying users',
    answers: levels(4, 2, 2, 3, 2, 3, 2, 2),
    total: 20,
    conclusion: 'Ready for production after extensive hardening',
    verdict: 'extensive-hardening',
  },
  {
    id: 'C',
    app: 'Health app that stores patient records',
    answers: { 'regulatory-compliance': 0 },
    total: null,
    conclusion: 'Migrate, since HIPAA cannot be met; nothing else is asked',
    verdict: 'compliance-rules-out',
  },
  {
    id: 'D',
    app: 'Whiteboard on which people draw together live',
    answers: levels(4, 3, 1, 0, 2, 0, 2, 2),
    total: 14,
    conclusion: 'Not ready, migrate; performance and real time rule it out by themselves',
    verdict: 'realtime-rules-out',
    difference:
      'The tree stops at real time, before the total of 14 would say the same; it has no step for performance, which only counts as out of reach.',
  },
  {
    id: 'E',
    app: 'First product of a single founder with 50 beta users',
    answers: levels(4, 3, 4, 3, 4, 3, 4, 1),
    total: 26,
    conclusion: 'Ready for production: ship it',
    verdict: 'hardening',
    difference:
      'A total of 26 lies in the band of 24 to 27, for which tree and table ask for a hardening project before shipping; both say to stay and ship.',
  },
];
