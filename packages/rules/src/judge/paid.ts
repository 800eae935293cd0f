import type { Invocation, Reached, SdkCall } from '@base44-lint/model';

/** Calls of the SDK that cost integration credits (platform-facts section 5), from dear to cheap. */
export type PaidKind = 'video' | 'image' | 'speech' | 'ai' | 'agent' | 'extraction' | 'connector' | 'mail' | 'upload';

export interface Paid {
  readonly kind: PaidKind;
  /** Last name of the member: `InvokeLLM`. */
  readonly name: string;
  /** For a sentence: "makes an AI request", and after "may": "make an AI request". */
  readonly act: string;
  readonly mayAct: string;
}

const members: Readonly<Record<string, readonly [kind: PaidKind, act: string, mayAct: string]>> = {
  'integrations.Core.GenerateVideo': ['video', 'generates a video', 'generate a video'],
  'integrations.Core.GenerateImage': ['image', 'generates an image', 'generate an image'],
  'integrations.Core.GenerateSpeech': ['speech', 'generates speech', 'generate speech'],
  'integrations.Core.InvokeLLM': ['ai', 'makes an AI request', 'make an AI request'],
  'integrations.Core.ExtractDataFromUploadedFile': [
    'extraction',
    'extracts data from a file',
    'extract data from a file',
  ],
  'integrations.Core.SendEmail': ['mail', 'sends an e-mail', 'send an e-mail'],
  'integrations.Core.UploadFile': ['upload', 'uploads a file', 'upload a file'],
  'integrations.Core.UploadPrivateFile': ['upload', 'uploads a file', 'upload a file'],
  'agents.addMessage': ['agent', 'sends a message to an agent', 'send a message to an agent'],
  'connectors.callApi': ['connector', 'makes a metered connector call', 'make a metered connector call'],
};

/** Names by which a file can hold a paid call. */
export const paidWords: readonly string[] = Object.keys(members).map(lastName);

const dearest: readonly PaidKind[] = [...new Set(Object.values(members).map(([kind]) => kind))];

/** What a call costs; null where it is free, or where a look-alike client answers it. */
export function paidOf({ member, origin }: SdkCall): Paid | null {
  if (origin === 'shim' || !Object.hasOwn(members, member)) return null;
  const [kind, act, mayAct] = members[member]!;
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

function lastName(member: string): string {
  return member.slice(member.lastIndexOf('.') + 1);
}
