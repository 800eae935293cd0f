/** What a projection takes for granted where nobody has said it. Not measured on any app: round figures to be replaced. */
export const usageDefaults = {
  /** Sessions of one user in a month. */
  sessions: 10,
  /** How often one user does one action in a session: one session in five. */
  actions: 0.2,
  /** Minutes of a session, for what runs on an interval. */
  minutes: 10,
  /** Elements of a list of unknown length. */
  items: 10,
  /** Changes in a session of what an effect depends on. */
  changes: 3,
} as const;

export type UsageDefault = keyof typeof usageDefaults;

/** Monthly users of the example that is shown where nobody has said how many there are. */
export const exampleUsers = [100, 1_000, 10_000] as const;

/** Days that a month counts. */
export const daysOfMonth = 30;

/** Shortest interval between two runs of a schedule that the platform keeps, in minutes (platform-facts section 6). */
export const shortestSchedule = 5;
