import { exampleUsers, usageDefaults, type UsageDefault } from '@base44-lint/catalog';
import type { Usage } from '@base44-lint/model';
import type { CreditsSection } from '../../result/credits.js';

/** How much the app is used, as far as nobody depends on the number of users. */
export type Habits = Readonly<Record<UsageDefault, number>>;

type Assumption = CreditsSection['projection']['assumptions'][number];

const meanings: Readonly<Record<UsageDefault | 'users', string>> = {
  users: 'People who use the app in a month.',
  sessions: 'Sessions of one of them in a month.',
  actions: 'How often one of them does one action in a session.',
  minutes: 'Minutes that a session lasts.',
  items: 'Elements of a list whose length the code does not say.',
  changes: 'Changes in a session of what an effect depends on.',
};

/** What the settings say, filled up with round figures. */
export function habitsOf({ sessions, actions, minutes, items }: Usage): Habits {
  return {
    sessions: sessions ?? usageDefaults.sessions,
    actions: actions ?? usageDefaults.actions,
    minutes: minutes ?? usageDefaults.minutes,
    items: items ?? usageDefaults.items,
    changes: usageDefaults.changes,
  };
}

/** The numbers of users to project for: the one that the settings name, or the examples. */
export function usersOf({ users }: Usage): readonly number[] {
  return users === undefined ? exampleUsers : [users];
}

export function assumptionsOf(usage: Usage): Assumption[] {
  const { users } = usage;
  const habits = Object.entries(habitsOf(usage)).map(([name, value]): Assumption => {
    const key = name as UsageDefault;
    const isSet = key !== 'changes' && usage[key] !== undefined;
    return { name: key, value, source: isSet ? 'settings' : 'default', meaning: meanings[key] };
  });
  return [
    {
      name: 'users',
      value: users ?? null,
      source: users === undefined ? 'example' : 'settings',
      meaning: meanings.users,
    },
    ...habits,
  ];
}
