import type { Span } from '../app/types.js';
import type { FunctionFact } from './facts.js';
import type { Interpreter } from './interpreter.js';

/** Hooks that hooks use are followed this far. */
const MAX_DEPTH = 4;
const HOOK = /^use[A-Z]/;

/**
 * The name that people know a place of the browser's code by: the React component around it; for a hook that only one
 * component uses, that component, otherwise the hook; else the function, else the file.
 */
export function holderOf(file: string, span: Span, interpreter: Interpreter): string {
  const around = functionsAround(file, span, interpreter);
  const component = around.find(({ fact }) => fact.component);
  if (component) return component.fact.name!;
  const hook = around.find(({ fact }) => HOOK.test(fact.name ?? ''));
  if (hook) {
    const users = new Set<string>();
    usersOf(file, hook.fn, users, interpreter, 0);
    const [only] = users;
    return users.size === 1 && only !== undefined ? only : hook.fact.name!;
  }
  return around.find(({ fact }) => fact.name !== null)?.fact.name ?? stemOf(file);
}

/** Whether what stands at a place is set up while a page is built: in a component, in a hook, or at the top of a file. */
export function isSetUp(file: string, span: Span, interpreter: Interpreter): boolean {
  const nearest = functionsAround(file, span, interpreter).find(({ fact }) => !fact.inPlace);
  return !nearest || nearest.fact.component || HOOK.test(nearest.fact.name ?? '');
}

/** Adds the components that use a hook, themselves or through other hooks. */
function usersOf(file: string, hook: number, found: Set<string>, interpreter: Interpreter, depth: number): void {
  for (const { file: where, call } of interpreter.callersOf(file, hook)) {
    const around = functionsAround(where, call, interpreter);
    const user = around.find(({ fact }) => fact.component || HOOK.test(fact.name ?? ''));
    if (!user || user.fact.component || depth >= MAX_DEPTH) found.add(user?.fact.name ?? stemOf(where));
    else usersOf(where, user.fn, found, interpreter, depth + 1);
  }
}

interface Around {
  readonly fn: number;
  readonly fact: FunctionFact;
}

/** The functions that a place lies in, innermost first; one that the place itself is does not count. */
function functionsAround(file: string, { start, end }: Span, interpreter: Interpreter): readonly Around[] {
  const functions = interpreter.facts(file)?.functions ?? [];
  return functions
    .flatMap((fact, fn) =>
      fn !== 0 && fact.start <= start && end <= fact.end && fact.end - fact.start > end - start ? [{ fn, fact }] : [],
    )
    .sort((a, b) => b.fact.start - a.fact.start);
}

/** `Chat` of `src/pages/Chat.jsx`. */
function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
