import { rhythmOf, type Flow, type Usage } from '@base44-lint/model';
import type { Range } from '../../result/common.js';
import type { CreditTrigger } from '../../result/credits.js';
import { rounded } from './amount.js';
import type { Habits } from './usage.js';

/** How often a trigger runs in a month. */
export interface Runs {
  readonly basis: CreditTrigger['basis'];
  /** How it is counted, in words: `users × sessions`. */
  readonly words: string;
  /** Null where nothing says it. */
  readonly ofMonth: (users: number) => Range | null;
  /** The same with the figures filled in. */
  readonly formula: (users: number) => string;
}

const MINUTE = 60_000;

/** @param controls How many triggers do the very same as this one; a person uses one of them. */
export function runsOf(flow: Flow, { runs }: Usage, habits: Habits, controls: number): Runs {
  const set = Object.hasOwn(runs, flow.id) ? runs[flow.id] : undefined;
  if (flow.start.automation?.active === false) return fixed('off', 0, 'its file switches it off');
  return set === undefined ? assumedRuns(flow, habits, controls) : fixed('settings', set, 'as the settings say');
}

function assumedRuns({ start }: Flow, habits: Habits, controls: number): Runs {
  const { sessions, actions, visits, changes } = habits;
  switch (start.kind) {
    case 'load':
      return perUser('users × sessions × visits', [sessions, visits]);
    case 'effect':
      return start.trigger?.deps === 'empty'
        ? perUser('users × sessions × visits', [sessions, visits])
        : perUser('users × sessions × visits × changes', [sessions, visits * changes]);
    case 'interval':
      return intervalRuns(start.trigger?.everyMs ?? null, start.trigger?.endsItself === true, habits);
    case 'handler':
      if (isUnstarted(start)) return unknown('nothing in sight starts this code');
      return controls > 1
        ? perUser(`users × sessions × actions ÷ ${controls} controls that do the same`, [sessions, actions / controls])
        : perUser('users × sessions × actions', [sessions, actions]);
    case 'entity':
      return perUser('users × sessions × actions: a record changes as often as a person acts', [sessions, actions]);
    case 'agent':
      return perUser('users × sessions × actions: the agent is asked as often as a person acts', [sessions, actions]);
    case 'schedule':
      return scheduleRuns(start.automation?.schedule);
    case 'request':
      return unknown('nothing in the export calls it, so nothing says how often it runs');
    case 'connector':
      return unknown('a connected service decides how often it runs');
    case 'event':
      return unknown('nothing in the export says how often that happens');
  }
}

/** Neither an element nor an event nor anything else in sight leads there. */
export function isUnstarted({ kind, element, event, trigger }: Flow['start']): boolean {
  return kind === 'handler' && element === null && event === null && trigger === null;
}

function intervalRuns(everyMs: number | null, endsItself: boolean, { sessions, minutes }: Habits): Runs {
  if (everyMs === null || everyMs <= 0) return unknown('the code does not spell out how often the interval fires');
  const turns = Math.max(1, Math.floor((minutes * MINUTE) / everyMs));
  const every = `${rounded(everyMs / MINUTE)} minutes`;
  // An interval that what it runs can end may end after its first turn.
  const least = endsItself ? 1 : turns;
  return {
    basis: 'users',
    words: `users × sessions × minutes ÷ ${every}`,
    ofMonth: (users) => ({ low: rounded(users * sessions * least), high: rounded(users * sessions * turns) }),
    formula: (users) => `${users} users × ${sessions} sessions × ${minutes} minutes ÷ ${every}`,
  };
}

function scheduleRuns(schedule: NonNullable<Flow['start']['automation']>['schedule']): Runs {
  if (schedule?.once) return fixed('once', 1, 'it runs a single time');
  const rhythm = schedule && rhythmOf(schedule);
  return rhythm
    ? fixed('schedule', rhythm.monthly, 'by its schedule, in 30 days')
    : unknown('its file does not say when it runs');
}

function perUser(words: string, [sessions, each]: readonly [sessions: number, each: number]): Runs {
  return {
    basis: 'users',
    words,
    ofMonth: (users) => exactly(users * sessions * each),
    formula: (users) => `${users} users × ${sessions} sessions × ${Number(each.toPrecision(3))}`,
  };
}

function fixed(basis: Runs['basis'], count: number, words: string): Runs {
  return { basis, words, ofMonth: () => exactly(count), formula: () => `${count} runs, ${words}` };
}

function unknown(words: string): Runs {
  return { basis: 'unknown', words, ofMonth: () => null, formula: () => words };
}

function exactly(value: number): Range {
  return { low: rounded(value), high: rounded(value) };
}
