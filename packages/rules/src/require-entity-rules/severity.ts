import type { Operation } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { milder, userRead, type Content, type Reader } from '../judge/read-severity.js';

/** Who gets in where a rule is open: people who never signed in only reach a public app. */
export type Stranger = Exclude<Reader, 'guarded'>;

type Table = Readonly<Record<Stranger, Readonly<Record<Content, Severity>>>>;

/** Changing and deleting rows of others. Below reading for what is secret, above it for what everyone may see. */
const openChange: Table = {
  public: { secret: 'critical', personal: 'high', owned: 'high', plain: 'medium', reference: 'medium' },
  'signed-in': { secret: 'high', personal: 'high', owned: 'medium', plain: 'low', reference: 'low' },
};

/**
 * The same where other operations of the entity are locked: whoever closed reading did not mean to leave writing open.
 */
const forgottenChange: Table = {
  public: { secret: 'critical', personal: 'high', owned: 'high', plain: 'high', reference: 'medium' },
  'signed-in': { secret: 'high', personal: 'high', owned: 'high', plain: 'medium', reference: 'medium' },
};

/** Adding rows shows nobody anything; forms and sign-ups need it. */
const openCreate: Table = {
  public: { secret: 'low', personal: 'low', owned: 'low', plain: 'low', reference: 'low' },
  'signed-in': { secret: 'info', personal: 'info', owned: 'info', plain: 'info', reference: 'info' },
};

export interface Situation {
  readonly operation: Operation;
  readonly by: Stranger;
  readonly content: Content;
  /** Other operations of the entity ask for an owner, a tenant or a role. */
  readonly othersLocked: boolean;
  /** `true` or the role that every user has: somebody wrote that everyone may. */
  readonly deliberate: boolean;
}

/** How bad it is that an operation is open; null where that is what the schema says it wants. */
export function openSeverity({ operation, by, content, othersLocked, deliberate }: Situation): Severity | null {
  if (operation === 'create') return openCreate[by][content];
  if (operation !== 'read') return (othersLocked ? forgottenChange : openChange)[by][content];
  const severity = userRead.open[by][content] ?? null;
  if (!deliberate || content === 'secret' || content === 'personal') return severity;
  // A catalogue that says so, with its writing locked, is no finding.
  return content === 'owned' ? severity && milder(severity) : othersLocked ? null : severity;
}
