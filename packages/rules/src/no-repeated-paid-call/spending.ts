import type { Execution, FileView, Reached, SdkCall, Span } from '@base44-lint/model';
import { dearestIn, depends, paidOf, type Paid } from '../judge/paid.js';

/** A place of a file that spends credits when it runs: a paid call, or the call of a function that makes one. */
export interface Spending {
  readonly file: string;
  readonly span: Span;
  readonly execution: Execution;
  readonly paid: Paid;
  readonly call: SdkCall;
  /** The function that makes the paid call, where this is the call of a function. */
  readonly via: { readonly name: string; readonly reached: Reached; readonly maybe: boolean } | null;
}

/** What spends credits in a file, in the order of the code. */
export function spendingIn({ file, sdkCalls, invocations }: FileView): readonly Spending[] {
  const direct = sdkCalls.flatMap((call): Spending[] => {
    const paid = paidOf(call);
    return paid ? [{ file, span: call.span, execution: call.execution, paid, call, via: null }] : [];
  });
  const through = invocations.flatMap((invocation): Spending[] => {
    const { call, functions } = invocation;
    const found = call.origin === 'shim' ? null : dearestIn(invocation);
    if (!found) return [];
    const { paid, reached } = found;
    const name = reached.functions[0] ?? functions[0] ?? 'a function';
    const maybe = depends(reached.conditions) || functions.length > 1;
    return [{ file, span: call.span, execution: call.execution, paid, call, via: { name, reached, maybe } }];
  });
  return [...direct, ...through].sort((a, b) => a.span.start - b.span.start);
}
