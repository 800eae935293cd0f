import type { Range } from '../result.js';
import type {
  ReadinessCriterion,
  ReadinessEffort,
  ReadinessSection,
  ReadinessVerdicts,
  ReadinessWork,
} from '../result/readiness.js';

/** How reports speak of readiness, in one place. */

export function spanOf({ low, high }: Range): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

const actions: Readonly<Record<ReadinessEffort['action'], string>> = {
  ship: 'Ready after light hardening',
  harden: 'Ready after a hardening project',
  'harden-extensively': 'Ready after extensive hardening',
  reconsider: 'Borderline: consider leaving',
  migrate: 'Not ready: migrate',
};

export function actionOf(action: ReadinessEffort['action']): string {
  return actions[action];
}

/** Who reads only one line must know whether the verdict is final. */
export function headlineOf({ outcomes, settled }: ReadinessVerdicts): string {
  const worst = actions[outcomes[0]!.action];
  if (settled) return worst;
  return `Not settled: from "${worst}" to "${actions[outcomes.at(-1)!.action]}"`;
}

export function toneOf({ outcomes, settled }: ReadinessVerdicts): 'good' | 'mixed' | 'bad' {
  if (!settled) return 'mixed';
  const [{ action }] = outcomes as [ReadinessVerdicts['outcomes'][number]];
  return action === 'migrate' ? 'bad' : action === 'ship' || action === 'harden' ? 'good' : 'mixed';
}

export const workWords: Readonly<Record<ReadinessWork['state'], string>> = {
  missing: 'missing',
  'not-visible': 'not visible',
  done: 'done',
};

export const workOrder: readonly ReadinessWork['state'][] = ['missing', 'not-visible', 'done'];

const decisions: Readonly<Record<NonNullable<ReadinessEffort['decision']>, string>> = {
  stay: 'stay and harden',
  gray: 'between the thresholds: either way',
  leave: 'leave',
  open: 'open: the range crosses a threshold',
};

export function decisionOf({ decision }: ReadinessEffort): string {
  return decision === null ? 'no migration estimate' : decisions[decision];
}

const readingWords: Readonly<Record<ReadinessEffort['readings'][number], string>> = {
  framework: 'by the framework',
  'as-answered': 'with answers taken as given',
  today: 'with today’s facts',
};

/** In which readings the action is possible, where the framework itself rules it out; else nothing. */
export function readingsOf({ readings }: ReadinessEffort): string {
  return readings.includes('framework') ? '' : ` (only ${readings.map((one) => readingWords[one]).join(' or ')})`;
}

export function percentOf({ low, high }: Range): string {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)];
  return from === to ? `${from} %` : `${from} to ${to} %`;
}

/** "answered 3", "not answered; the export allows 2 at most". */
export function standingOf({ answer, cap, contradiction, rejected, points }: ReadinessCriterion): string {
  if (contradiction) return `answered ${contradiction.answer}, but the export allows ${cap} at most`;
  if (answer !== null) return `answered ${answer}`;
  const state = rejected ?? 'not answered';
  if (points.low === points.high) return `settled by the export`;
  return cap < 4 ? `${state}; the export allows ${cap} at most` : state;
}

export function openQuestions({ criteria }: ReadinessSection): number {
  return criteria.filter(({ answer, points }) => answer === null && points.low !== points.high).length;
}

export const rulesOf = ({ rules }: ReadinessWork): string =>
  rules.map(({ rule, findings }) => `${rule} (${findings})`).join(', ');
