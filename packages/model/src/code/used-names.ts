import type { UsedNames } from '../app/types.js';
import type { CallFact, FileFacts, Term } from './facts.js';
import { virtualModule } from './sdk-names.js';
import type { EntityCall, FileView, SdkCall } from './view.js';

/** What the code of an app names, given the views of all its files. */
export function usedNamesOf(views: readonly FileView[]): UsedNames {
  const inApp = views.filter(({ zone }) => zone !== 'other');
  const calls = inApp.flatMap(({ entityCalls }) => entityCalls);
  const entities = new Set(calls.filter(({ origin }) => origin !== 'shim').flatMap(candidatesOf));
  const shims = calls.filter(({ origin }) => origin === 'shim').flatMap(candidatesOf);
  const imitated = sorted(shims.filter((name) => !entities.has(name)));
  const functions = inApp.flatMap(({ sdkCalls, facts }) => sdkCalls.flatMap((call) => calledFunctions(call, facts)));
  return {
    entities: sorted([...entities]),
    functions: sorted(functions),
    ...(imitated.length > 0 && { imitated }),
  };
}

/**
 * Names of the backend functions that a call reaches: of `functions.invoke(name)` and `functions.fetch(path)` what the
 * argument says in full, of a module of the Vite plugin (`@/functions/x`) its name. A path is given whole, because names
 * hold slashes too. Empty for other calls, for names that only the run decides, and for look-alikes.
 */
export function calledFunctions(call: SdkCall, facts: FileFacts): readonly string[] {
  const { member, args, origin, span } = call;
  if (origin === 'shim' || !member.startsWith('functions.')) return [];
  if (member === 'functions.invoke' || member === 'functions.fetch')
    return args[0]
      ? textsOf(args[0])
          .map(functionPath)
          .filter((name) => name !== '')
      : [];
  const fact = callAt(facts, span.start, span.end);
  const name = fact && virtualFunction(fact.callee);
  return name === null || name === undefined ? [] : [name];
}

/** The module that the callee of a call comes from, for members of an imported object that of the object; null for no import. */
export function sourceOf(facts: FileFacts, { start, end }: { start: number; end: number }): string | null {
  const root = rootOf(callAt(facts, start, end)?.callee);
  return root?.t === 'import' ? root.from : null;
}

function callAt({ calls }: FileFacts, start: number, end: number): CallFact | undefined {
  return calls.find((call) => call.start === start && call.end === end);
}

/** Of what a module of the plugin exports, the function it stands for. */
function virtualFunction(callee: Term): string | null {
  const root = rootOf(callee);
  const virtual = root?.t === 'import' ? virtualModule(root.from, root.name) : null;
  if (virtual?.kind !== 'sdk' || !virtual.path.startsWith('functions.')) return null;
  return virtual.path.slice('functions.'.length);
}

function rootOf(term: Term | undefined): Term | undefined {
  let root = term;
  while (root?.t === 'get') root = root.of;
  return root;
}

/** `/report/daily?day=1` → `report/daily`. */
function functionPath(path: string): string {
  const [name = ''] = path.split(/[?#]/, 1);
  return name.replace(/^\/|\/$/g, '');
}

function textsOf(term: Term): readonly string[] {
  if (term.t === 'any') {
    const parts = term.of.map(textsOf);
    return parts.every((part) => part.length > 0) ? parts.flat() : [];
  }
  return term.t === 'literal' && typeof term.value === 'string' ? [term.value] : [];
}

function candidatesOf({ entity }: EntityCall): readonly string[] {
  return entity.candidates.filter((name) => name !== 'User');
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
