import type { Condition, Trigger } from '@base44-lint/model';
import type { Confidence, Severity } from '../finding.js';
import type { Paid } from '../judge/paid.js';
import type { Repetition } from './repetition.js';
import type { Spending } from './spending.js';

export interface Verdict {
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Who or what spends, for the start of the sentence: "Every turn of this loop". */
  readonly when: string;
}

const MINUTE = 60_000;

/** How bad a repetition is. Null where it is what the app is for. */
export function verdictOf(spending: Spending, repetition: Repetition): Verdict | null {
  const verdict = plainVerdict(repetition);
  if (!verdict) return null;
  const mild = isMild(spending.paid, repetition) ? { ...verdict, severity: 'low' as const } : verdict;
  return spending.via?.maybe ? { ...mild, severity: milder(mild.severity), confidence: 'possible' } : mild;
}

/** A mail has one recipient, so a loop is the only way to write to many; files are mostly what the user has chosen. */
function isMild({ kind }: Paid, { by }: Repetition): boolean {
  return kind === 'upload' || (kind === 'mail' && by === 'loop');
}

function plainVerdict(repetition: Repetition): Verdict | null {
  switch (repetition.by) {
    case 'loop':
      return {
        severity: repetition.doubtful ? 'low' : 'medium',
        confidence: repetition.doubtful ? 'possible' : 'likely',
        when: turnOf(repetition),
      };
    case 'interval':
      return intervalVerdict(repetition.trigger);
    case 'query':
      return queryVerdict(repetition.trigger);
    case 'effect':
      return effectVerdict(repetition.trigger);
    case 'typing':
      return asksFor(repetition.trigger, ['case', 'limit'])
        ? null
        : { severity: 'medium', confidence: 'likely', when: 'Every keystroke in this field' };
  }
}

function turnOf({ loop, skips }: Extract<Repetition, { by: 'loop' }>): string {
  const turn = loop.kind === 'each' ? 'Every element of this list' : 'Every turn of this loop';
  return skips ? `${turn} that is not skipped` : turn;
}

function intervalVerdict(trigger: Trigger): Verdict {
  const { everyMs } = trigger;
  const isSteady = !trigger.endsItself && !asksFor(trigger, ['absent', 'limit', 'visible', 'case']);
  return {
    severity: !isSteady ? 'low' : typeof everyMs === 'number' && everyMs <= MINUTE ? 'high' : 'medium',
    confidence: isSteady ? 'likely' : 'possible',
    when:
      typeof everyMs === 'number' ? `Every open tab, every ${timeIn(everyMs)},` : 'Every open tab, again and again,',
  };
}

function queryVerdict({ everyMs }: Trigger): Verdict {
  if (typeof everyMs === 'number')
    return { severity: 'medium', confidence: 'likely', when: `Every tab in view, every ${timeIn(everyMs)},` };
  return { severity: 'low', confidence: 'likely', when: 'Every fetch of this query, which starts with the page,' };
}

function effectVerdict(trigger: Trigger): Verdict {
  const { deps } = trigger;
  const when =
    deps === 'none'
      ? 'Every render of this component'
      : deps === 'empty'
        ? 'Every time this component is shown, it'
        : 'Every change of what this effect depends on';
  // `if (cached) return` and the like: most runs spend nothing.
  if (asksFor(trigger, ['absent', 'limit'])) return { severity: 'low', confidence: 'possible', when };
  return { severity: deps === 'none' ? 'high' : 'medium', confidence: 'likely', when };
}

function asksFor({ conditions }: Trigger, some: readonly Condition[]): boolean {
  return conditions?.some((condition) => some.includes(condition)) ?? false;
}

/** "30 seconds", "5 minutes", "1 hour". */
function timeIn(ms: number): string {
  const [value, unit] =
    ms % (60 * MINUTE) === 0
      ? [ms / (60 * MINUTE), 'hour']
      : ms % MINUTE === 0
        ? [ms / MINUTE, 'minute']
        : [ms / 1000, 'second'];
  return value === 1 ? unit : `${value} ${unit}s`;
}

function milder(severity: Severity): Severity {
  return severity === 'high' ? 'medium' : 'low';
}
