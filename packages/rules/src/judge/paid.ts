import { paidKindOf, paidKinds, paidMembers, type PaidKind as PricedKind } from '@base44-lint/catalog';
import type { Invocation, Reached, SdkCall } from '@base44-lint/model';

/** The paid kinds that rules report: those with a published price or a meter, and a member that every SDK has. */
const acts = {
  video: ['generates a video', 'generate a video'],
  image: ['generates an image', 'generate an image'],
  speech: ['generates speech', 'generate speech'],
  ai: ['makes an AI request', 'make an AI request'],
  agent: ['sends a message to an agent', 'send a message to an agent'],
  extraction: ['extracts data from a file', 'extract data from a file'],
  connector: ['makes a metered connector call', 'make a metered connector call'],
  mail: ['sends an e-mail', 'send an e-mail'],
  upload: ['uploads a file', 'upload a file'],
} as const satisfies Partial<Record<PricedKind, readonly [act: string, mayAct: string]>>;

export type PaidKind = keyof typeof acts;

export interface Paid {
  readonly kind: PaidKind;
  /** Last name of the member: `InvokeLLM`. */
  readonly name: string;
  /** For a sentence: "makes an AI request", and after "may": "make an AI request". */
  readonly act: string;
  readonly mayAct: string;
}

/** Names by which a file can hold a paid call. */
export const paidWords: readonly string[] = Object.entries(paidMembers).flatMap(([member, kind]) =>
  isReported(kind) ? [lastName(member)] : [],
);

const dearest = paidKinds.filter(isReported);

/** What a call costs; null where it is free, or where a look-alike client answers it. */
export function paidOf({ member, origin }: SdkCall): Paid | null {
  const kind = paidKindOf(member);
  if (origin === 'shim' || kind === null || !isReported(kind)) return null;
  const [act, mayAct] = acts[kind];
  return { kind, name: lastName(member), act, mayAct };
}

/** The dearest paid call that surely or maybe runs in the functions that a call starts. */
export function dearestIn({ reached }: Invocation): { readonly paid: Paid; readonly reached: Reached } | null {
  const all = reached.flatMap((one) => {
    const paid = 'member' in one.call ? paidOf(one.call) : null;
    return paid ? [{ paid, reached: one }] : [];
  });
  const rank = ({ paid, reached: { conditions } }: (typeof all)[number]) =>
    dearest.indexOf(paid.kind) + (depends(conditions) ? 100 : 0);
  return all.length > 0 ? all.reduce((best, one) => (rank(one) < rank(best) ? one : best)) : null;
}

/** Whether a function runs a call only for some of its callers: for one action, for what is not there yet, within a limit. */
export function depends(conditions: Reached['conditions']): boolean {
  return conditions.includes('case') || conditions.includes('absent') || conditions.includes('limit');
}

function isReported(kind: PricedKind): kind is PaidKind {
  return Object.hasOwn(acts, kind);
}

function lastName(member: string): string {
  return member.slice(member.lastIndexOf('.') + 1);
}
