/** What a projection takes for granted where nobody has said it. Not measured on any app: round figures to be replaced. */
export const usageDefaults = {
  /** Sessions of one user in a month. */
  sessions: 10,
  /** Actions of one user in a session that cost credits, spread over all such actions of the app, each once at most. */
  paidActions: 2,
  /** Pages that one user opens in a session and that cost credits by themselves, spread and limited in the same way. */
  paidPages: 5,
  /** Minutes of a session, for what runs on an interval. */
  minutes: 10,
  /** Elements of a list of unknown length. */
  items: 10,
  /** Changes, while a page is open, of what an effect depends on. */
  changes: 3,
} as const;

/** Monthly users of the example that is shown where nobody has said how many there are. */
export const exampleUsers = [100, 1_000, 10_000] as const;

/** Days that a month counts. */
export const daysOfMonth = 30;

/** Shortest interval between two runs of a schedule that the platform keeps, in minutes (platform-facts section 6). */
export const shortestSchedule = 5;
