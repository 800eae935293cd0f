import type { Invocation, Reached, SdkCall } from '@base44-lint/model';

/** Calls of the SDK that cost integration credits (platform-facts section 5), from dear to cheap. */
export type PaidKind = 'video' | 'image' | 'speech' | 'ai' | 'agent' | 'extraction' | 'connector' | 'mail' | 'upload';

export interface Paid {
  readonly kind: PaidKind;
  /** Last name of the member: `InvokeLLM`. */
  readonly name: string;
  /** With its article, for a sentence: "an AI request". */
  readonly thing: string;
}

const members: Readonly<Record<string, readonly [kind: PaidKind, thing: string]>> = {
  'integrations.Core.GenerateVideo': ['video', 'a generated video'],
  'integrations.Core.GenerateImage': ['image', 'a generated image'],
  'integrations.Core.GenerateSpeech': ['speech', 'generated speech'],
  'integrations.Core.InvokeLLM': ['ai', 'an AI request'],
  'integrations.Core.ExtractDataFromUploadedFile': ['extraction', 'a data extraction'],
  'integrations.Core.SendEmail': ['mail', 'an e-mail'],
  'integrations.Core.UploadFile': ['upload', 'an upload'],
  'integrations.Core.UploadPrivateFile': ['upload', 'an upload'],
  'agents.addMessage': ['agent', 'an agent message'],
  'connectors.callApi': ['connector', 'a metered connector call'],
};

/** Names by which a file can hold a paid call. */
export const paidWords: readonly string[] = Object.keys(members).map(lastName);

const dearest: readonly PaidKind[] = [...new Set(Object.values(members).map(([kind]) => kind))];

/** What a call costs; null where it is free, or where a look-alike client answers it. */
export function paidOf({ member, origin }: SdkCall): Paid | null {
  if (origin === 'shim' || !Object.hasOwn(members, member)) return null;
  const [kind, thing] = members[member]!;
  return { kind, name: lastName(member), thing };
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

function lastName(member: string): string {
  return member.slice(member.lastIndexOf('.') + 1);
}
