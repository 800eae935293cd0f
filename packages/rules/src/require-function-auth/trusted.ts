import { childrenOf, type FileView, type GuardFact, type Term, type Test } from '@base44-lint/model';

/** Whether a helper that the settings trust has run, or has said yes, before a call. */
export function isTrusted(guards: readonly GuardFact[], file: FileView, trusted: ReadonlySet<string>): boolean {
  return trusted.size > 0 && guards.some(({ test }) => termsOf(test).some((term) => calls(term, file, trusted)));
}

/** The terms that a test asks about. */
export function termsOf(test: Test): readonly Term[] {
  switch (test.op) {
    case 'and':
    case 'or':
      return test.of.flatMap(termsOf);
    case 'not':
      return termsOf(test.of);
    case 'truthy':
      return [test.term];
    case 'compare':
      return [test.left, test.right];
  }
}

function calls(term: Term, file: FileView, trusted: ReadonlySet<string>, depth = 0): boolean {
  if (depth > 6) return false;
  if (term.t === 'call' && trusted.has(nameOf(term.callee, file))) return true;
  return childrenOf(term).some((child) => calls(child, file, trusted, depth + 1));
}

function nameOf(callee: Term, { facts }: FileView): string {
  switch (callee.t) {
    case 'import':
    case 'global':
      return callee.name;
    case 'get':
      return callee.key;
    case 'function':
      return facts.functions[callee.fn]?.name ?? '';
    default:
      return '';
  }
}
