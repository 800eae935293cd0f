import { exampleUsers, usageDefaults } from '@base44-lint/catalog';
import type { Usage } from '@base44-lint/model';
import type { CreditsSection } from '../../result/credits.js';
import { rounded } from './amount.js';

type Assumption = CreditsSection['projection']['assumptions'][number];

/** How one user uses the app. */
export type Habits = Readonly<Record<Exclude<Assumption['name'], 'users'>, number>>;

/** What of the app costs credits, over which defaults are spread. */
export interface Extent {
  /** Things that a person can do. */
  readonly actions: number;
  /** Pages that spend by being opened. */
  readonly pages: number;
}

/** What the settings say, filled up with round figures. */
export function habitsOf({ sessions, actions, minutes, items }: Usage, extent: Extent): Habits {
  return {
    sessions: sessions ?? usageDefaults.sessions,
    actions: actions ?? spread(usageDefaults.paidActions, extent.actions),
    visits: spread(usageDefaults.paidPages, extent.pages),
    minutes: minutes ?? usageDefaults.minutes,
    items: items ?? usageDefaults.items,
    changes: usageDefaults.changes,
  };
}

/** In a session a person does a few of all that an app offers, and each of them once at most. */
function spread(together: number, among: number): number {
  return Math.min(1, together / Math.max(1, among));
}

/** The numbers of users to project for: the one that the settings name, or the examples. */
export function usersOf({ users }: Usage): readonly number[] {
  return users === undefined ? exampleUsers : [users];
}

export function assumptionsOf(usage: Usage, habits: Habits, extent: Extent): Assumption[] {
  const { users } = usage;
  const meanings: Readonly<Record<keyof Habits, string>> = {
    sessions: 'Sessions of one of them in a month.',
    actions: `How often one of them does one action in a session${usage.actions === undefined ? `: ${usageDefaults.paidActions} paid actions spread over ${extent.actions}` : ''}.`,
    visits: `How often one of them opens one page in a session: ${usageDefaults.paidPages} pages that spend spread over ${extent.pages}, each once at most.`,
    minutes: 'Minutes that a session lasts, for what runs on an interval.',
    items: 'Elements of a list whose length the code does not say.',
    changes: 'Changes, while a page is open, of what an effect depends on.',
  };
  const isSet = (name: keyof Habits) => name !== 'changes' && name !== 'visits' && usage[name] !== undefined;
  return [
    {
      name: 'users',
      value: users ?? null,
      source: users === undefined ? 'example' : 'settings',
      meaning: 'People who use the app in a month.',
    },
    ...Object.entries(habits).map(([key, value]): Assumption => {
      const name = key as keyof Habits;
      return { name, value: rounded(value), source: isSet(name) ? 'settings' : 'default', meaning: meanings[name] };
    }),
  ];
}
