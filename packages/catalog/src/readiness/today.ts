import type { CriterionId } from '../criteria.js';
import type { LimitationId } from '../limitation-ids.js';
import type { SdkMember } from '../sdk/capabilities.js';
import type { ComplianceNeed, ReadinessLevel } from './model.js';

/**
 * How a low level reads with what the platform can do today. A level that was low only because of a limitation reads as
 * the lowest level that the article calls workable, once that limitation is lifted: the need is still there, so it never
 * reads as "no need". A limitation that still stands or is unclear changes nothing.
 */
export interface Rereading {
  readonly criterion: CriterionId;
  readonly level: ReadinessLevel;
  readonly limitation: LimitationId;
  /** The level with today's facts, where the limitation is lifted for this app. */
  readonly becomes: ReadinessLevel;
  /** Which of the needs behind the level it concerns; the answer alone does not say which one it is. */
  readonly need?: ComplianceNeed;
  /** The member of the SDK that lifts it; the version of the app decides whether it is there. */
  readonly member?: SdkMember;
  /** What that means, in one sentence. */
  readonly text: string;
}

export const rereadings: readonly Rereading[] = [
  {
    criterion: 'regulatory-compliance',
    level: 0,
    limitation: 'comp-no-hipaa',
    need: 'hipaa',
    becomes: 2,
    text: 'A need for HIPAA still rules the platform out.',
  },
  {
    criterion: 'regulatory-compliance',
    level: 0,
    limitation: 'comp-pci',
    need: 'pci',
    becomes: 2,
    text: 'A need for PCI Level 1 still rules the platform out, because no statement on it was found.',
  },
  {
    criterion: 'regulatory-compliance',
    level: 0,
    limitation: 'comp-no-soc2',
    need: 'soc2',
    becomes: 2,
    text: 'A need for SOC 2 alone no longer does: the report of the platform is handed out under a non-disclosure agreement, the controls of the app remain your work.',
  },
  {
    criterion: 'availability',
    level: 0,
    limitation: 'ops-no-sla',
    becomes: 1,
    text: 'A contractual availability still rules the platform out.',
  },
  {
    criterion: 'realtime',
    level: 0,
    limitation: 'arch-no-realtime',
    member: 'export:Actor',
    becomes: 2,
    text: 'Shared rooms that hold state and connections exist in the SDK as actors.',
  },
  {
    criterion: 'realtime',
    level: 1,
    limitation: 'arch-no-realtime',
    member: 'entities.subscribe',
    becomes: 2,
    text: 'Records can be followed live with subscribe, which carries chat and notifications.',
  },
];
