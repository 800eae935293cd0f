import type { Span } from '../app/types.js';

/**
 * The facts of one file: what its code says about Base44, as plain data. They do not depend on the parser and can be
 * stored as JSON. `recognise` builds them in one pass; `view` reads them, alone (editor) or with other files (scanner).
 */
export interface FileFacts {
  readonly format: 1;
  readonly file: string;
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  /** Index = function id. Id 0 is the module itself. */
  readonly functions: readonly FunctionFact[];
  readonly calls: readonly CallFact[];
  /** Further calls of functions of the app that only the whole app resolves: `send()` of `const { send } = useChat()`. */
  readonly indirect: readonly WayFact[];
  /** Functions of elsewhere that are handed on by name as if they stood there: `onClick={send}`, `queryFn: loadAll`. */
  readonly handed: readonly HandedFact[];
  /** Values that a context gives to the components below: `<Chat.Provider value={{ send }}>`. */
  readonly provided: readonly ProvidedFact[];
  readonly guards: readonly GuardFact[];
  readonly strings: readonly StringFact[];
  /** Assignments `object.name = value` that may change what a handle means (`sdk.entities = {...}`). */
  readonly writes: readonly WriteFact[];
  readonly sinks: readonly SinkFact[];
  readonly env: readonly EnvFact[];
  readonly memberships: readonly MembershipFact[];
  readonly catches: readonly CatchFact[];
  /** Parser errors after which the rest of the file was still understood. */
  readonly problems: readonly string[];
}

/**
 * What an expression denotes, as far as this file tells. Variables are followed to their value; what needs another
 * file stays as `import` or `param` and is filled in by linking. `?` is "cannot tell", never "nothing".
 */
export type Term =
  | { readonly t: '?' }
  | { readonly t: 'undefined' }
  | { readonly t: 'literal'; readonly value: string | number | boolean | null }
  /** A string put together from parts. */
  | { readonly t: 'template'; readonly parts: readonly Term[] }
  | {
      readonly t: 'object';
      /** `at` is the offset of the key in the file that holds the object literal. */
      readonly props: readonly (readonly [key: string, value: Term, at?: number])[];
      readonly spreads: readonly Term[];
    }
  | { readonly t: 'array'; readonly items: readonly Term[] }
  | { readonly t: 'function'; readonly fn: number }
  | { readonly t: 'import'; readonly from: string; readonly name: string }
  | { readonly t: 'global'; readonly name: string }
  /** Parameter of a function; a destructured one is a `get` on it. */
  | { readonly t: 'param'; readonly fn: number; readonly index: number }
  | { readonly t: 'get'; readonly of: Term; readonly key: string }
  /** Computed member with a key that is no literal. */
  | { readonly t: 'at'; readonly of: Term; readonly key: Term }
  | {
      readonly t: 'call';
      readonly callee: Term;
      readonly args: readonly Term[];
      readonly at: number;
      readonly isNew?: true;
    }
  /** One element of `of`: a loop variable or the parameter of an array callback. `binder` is the start offset of the loop or callback. */
  | { readonly t: 'item'; readonly of: Term; readonly binder: number }
  /** One of several values: a conditional, `||`, a variable assigned more than once. */
  | { readonly t: 'any'; readonly of: readonly Term[] }
  /** A value made from others in a way that keeps no identity (arithmetic, comparison). */
  | { readonly t: 'mix'; readonly of: readonly Term[] }
  | { readonly t: 'class'; readonly name: string };

export interface ImportFact extends Span {
  readonly from: string;
  /** Imported name, `default`, or `*`. */
  readonly name: string;
  readonly local: string;
  /** `import()` or `require()` with a literal. */
  readonly dynamic?: true;
  readonly typeOnly?: true;
}

export interface ExportFact extends Span {
  /** Exported name or `default`; `*` for `export * from`. */
  readonly name: string;
  readonly value: Term;
}

/** One use of a function as a value. */
export interface FunctionUseFact {
  readonly kind: FunctionUse;
  readonly start: number;
  readonly end: number;
  readonly deps?: 'none' | 'empty' | 'some';
  readonly everyMs?: number | null;
  /** With `query`: the options hold an `enabled` condition. */
  readonly enabled?: true;
  /** With `query`: it fetches again only while a condition holds. */
  readonly pauses?: true;
  /** With `handler`: it runs on each keystroke in a text field. */
  readonly typing?: true;
  /** With `handler`: the JSX element that it is handed to, `button` or `Dialog.Close`. */
  readonly element?: string;
  /** With `handler`: the attribute, the property or the event that is listened to: `onClick`, `keydown`. */
  readonly event?: string;
  /** With `handler`: the words on the element, where the code spells them out. */
  readonly label?: string;
}

export type FunctionUse =
  | 'plain'
  /** Callback of an array method; see the loop context of its calls. */
  | 'each'
  | 'effect'
  | 'interval'
  | 'timeout'
  | 'query'
  | 'mutation'
  /** Value of a JSX attribute, or handler passed to `addEventListener` and the like. */
  | 'handler'
  /** Run at once: IIFE, `.then` callback, `useMemo`, `new Promise`. */
  | 'inline'
  /** Handed to an unknown function. */
  | 'callback'
  /** The request handler of a backend function: `Deno.serve(fn)` or `export default`. */
  | 'serve';

export interface FunctionFact extends Span {
  readonly name: string | null;
  /** Id of the function around it; the module (id 0) is its own parent. */
  readonly parent: number;
  /** Parameter names; null for a pattern. */
  readonly params: readonly (string | null)[];
  /** Default values of parameters by index, null where there is none; left out where no parameter has one. */
  readonly defaults?: readonly (Term | null)[];
  /** All uses of the function as a value: where it stands, and where its name is handed on. Plain calls are `calls`. */
  readonly uses: readonly FunctionUseFact[];
  /** True where it runs in place, once or per element: what surrounds it surrounds its calls too. */
  readonly inPlace: boolean;
  /** Name starts with a capital letter and something in it is JSX. */
  readonly component: boolean;
  readonly async: boolean;
  /** Nothing in the file names it but itself, and the file does not export it. */
  readonly unused?: true;
  /** Values that `return` may give back. */
  readonly returns: readonly Term[];
}

/** A place in a function that runs once per element or until a condition ends. Innermost first in `CallFact.loops`. */
export interface LoopFact extends Span {
  readonly kind: 'for' | 'for-of' | 'for-in' | 'while' | 'do' | 'each';
  /** What is iterated, for `for-of`, `for-in` and `each`. */
  readonly over: Term;
  /** With `each`: the array method. */
  readonly method?: string;
  /** A loop that ends after the first success: `try { …; return } catch`, `break` after the call. */
  readonly retry: boolean;
  /** Between the loop and the call stands a condition: not every turn reaches the call. */
  readonly conditional: boolean;
  /** What must hold in a turn for it to reach the call, by kind; left out where nothing must. */
  readonly conditions?: readonly Condition[];
  /** Function in which the loop runs. */
  readonly fn: number;
  /** Turns that it takes at most, where this file spells them out: `[1, 2, 3].map(…)`, `for (let i = 0; i < 5; i++)`. */
  readonly turns?: number;
  /** Present where the loop does nothing but this one call, and nobody uses what it gives back. */
  readonly sole?: SoleCall;
}

/** A loop that is nothing but one call per element: what a rewrite to a single call has to replace. */
export interface SoleCall {
  /** `for (…) …` as a whole, or `Promise.all(…)`. */
  readonly replace: Span;
  readonly form: 'statement' | 'expression';
  readonly over: Span;
  /** Name of the element in the loop's body. */
  readonly element: string;
}

export interface CallFact extends Span {
  readonly callee: Term;
  /** Span of the callee's last name (`list` in `a.b.list()`), or of the whole callee. */
  readonly name: Span;
  readonly args: readonly Term[];
  readonly argSpans: readonly Span[];
  readonly isNew: boolean;
  /** Innermost function that holds the call. */
  readonly fn: number;
  /** Loops between the call and the next function boundary that is not run in place. Innermost first. */
  readonly loops: readonly LoopFact[];
  /** Indexes into `guards`: conditions known to hold, or checks known to have run, when the call runs. */
  readonly guards: readonly number[];
  /** What must hold for the call to run once its function does; left out where it always runs. */
  readonly conditions?: readonly Condition[];
  /** The arms of branches that it stands in, innermost first; left out where there are none. */
  readonly arms?: readonly Arm[];
  /** Inside `catch` or `finally`, with its span. */
  readonly recovery: Span | null;
  /** What takes up its failure within its function. */
  readonly caught?: CaughtFact;
  /** Nobody waits for it, so that no `catch` of a caller sees it fail. */
  readonly loose?: true;
  readonly result: ResultUse;
}

/** An arm of an `if`, `?:`, `switch` or of a `catch` that leaves: offset of the branch, number of the arm. */
export type Arm = readonly [branch: number, arm: number];

/** What of a call tells how it is reached. */
export type WayFact = Span &
  Pick<CallFact, 'callee' | 'args' | 'fn' | 'loops' | 'conditions' | 'arms' | 'recovery' | 'caught' | 'loose'>;

export interface HandedFact {
  readonly value: Term;
  readonly use: FunctionUseFact;
}

export interface ProvidedFact {
  readonly context: Term;
  readonly value: Term;
}

/** The nearest `catch` around a call, or the handler of its promise, that does not throw again. */
export interface CaughtFact extends Span {
  /** It answers a request with an HTTP status of failure: to a caller in the browser the call still fails. */
  readonly answers?: true;
}

/**
 * What a condition before a call asks for.
 * - `absent`: something is not there yet: `if (cached) return`, `!started.current`, `rows.length === 0`
 * - `present`: something is there: `if (!user) return`, `open && …`
 * - `limit`: a comparison by size: `attempts < 3`, `Date.now() - last > day`
 * - `case`: one value of several: `status === 'open'`, `case 'send':`
 * - `visible`: the page is in view: `document.hidden`
 */
export type Condition = 'absent' | 'present' | 'limit' | 'case' | 'visible';

/** What becomes of a call's value, followed through variables, `await`, `.then`, destructuring and state setters. */
export interface ResultUse {
  /** What of it the innermost function gives back (and its callers may hand on). */
  readonly returned: Responded;
  /** Rows are given back as they are or mapped, not only single fields of one. */
  readonly returnedRows: boolean;
  /**
   * What of it reaches a `Response`, or the `return` of the request handler: all rows as they are, all rows reduced to
   * some fields (`map`), only one or a few (`find`, `[0]`), or nothing. `filter` alone
   * changes nothing here: what it asks stands in `predicates`, and a search box is no protection.
   */
  readonly responded: Responded;
  /** Rows leave as they are or mapped, not only single fields of one (`row.email`). */
  readonly respondedRows: boolean;
  /** Fields that leave by themselves, sorted. */
  readonly respondedFields: readonly string[];
  /** Nobody looks at it. */
  readonly ignored: boolean;
  /** Property and method names read from it: `length`, `map`, `find`, `0` … sorted. */
  readonly reads: readonly string[];
  /** Reaches a `set…` state setter. */
  readonly state: boolean;
  /** Conditions of the `filter` callbacks on the way, where each is a single expression. */
  readonly predicates: readonly Test[];
  /** What array callbacks (`filter`, `find`, `some`, …) ask of each row, also of rows read back from a state. */
  readonly tests: readonly RowTest[];
  /** Something looks at rows that no such callback has picked: they are rendered, visited, handed on. */
  readonly unasked: boolean;
  /** `length` is used as a number, not only to see whether there is any row. */
  readonly counted: boolean;
  /** States that hold the value or a part of it: offset of their `useState` call, and the variable's name. */
  readonly states: readonly { readonly at: number; readonly name: string | null }[];
}

/** One condition that an array callback returns; the span is the condition's. */
export interface RowTest extends Span {
  /** The array method. */
  readonly method: string;
  readonly test: Test;
  /** `binder` of the `item` terms that stand for the row in the test. */
  readonly binder: number;
}

export type Responded = 'whole' | 'projected' | 'narrowed' | 'no';

/** A boolean condition over terms. */
export type Test =
  | { readonly op: 'and' | 'or'; readonly of: readonly Test[] }
  | { readonly op: 'not'; readonly of: Test }
  | { readonly op: 'truthy'; readonly term: Term }
  | { readonly op: 'compare'; readonly by: string; readonly left: Term; readonly right: Term };

export interface GuardFact extends Span {
  readonly fn: number;
  /**
   * `exit`: `if (test) return/throw/continue`, so the test is false afterwards. `branch`: inside `if (test)`.
   * `ran`: a call that has completed, for helpers that throw (`await requireAdmin(base44)`).
   */
  readonly kind: 'exit' | 'branch' | 'ran';
  readonly test: Test;
  /** Truth of `test` in the guarded region. */
  readonly holds: boolean;
  /** The region that the guard covers. */
  readonly covers: Span;
}

export interface StringFact extends Span {
  readonly value: string;
  /** Identifier, property, attribute or parameter the text is given to, if any. */
  readonly name: string | null;
  readonly use: 'assigned' | 'property' | 'compared' | 'argument' | 'attribute' | 'default' | 'header' | 'other';
  /** Other side of a comparison, or the callee of an argument, in source form (`input.password`, `fetch`). */
  readonly against?: string;
}

export interface WriteFact extends Span {
  readonly target: Term;
  readonly key: string;
  readonly value: Term;
}

/** A place where text becomes HTML. */
export interface SinkFact extends Span {
  readonly kind:
    | 'dangerouslySetInnerHTML'
    | 'srcDoc'
    | 'innerHTML'
    | 'outerHTML'
    | 'srcdoc'
    | 'insertAdjacentHTML'
    | 'document.write';
  /** Name of the element in JSX: `style`, `div`; null where there is none. */
  readonly element: string | null;
  /** The text. */
  readonly value: Term;
  readonly valueSpan: Span;
  /** What looks like markup is taken out on the way: `.replace(/<[^>]+>/g, '')`. */
  readonly stripped?: true;
  /** Shown in a frame whose scripts do not run, or not as the page. */
  readonly sandboxed?: true;
  /** A text field of the same file edits this very text, so this is its preview. */
  readonly entered?: true;
}

/** A read of an environment variable. `secrets` is the secrets store of the function host. */
export interface EnvFact extends Span {
  readonly name: string;
  /** Something is compared to it: `input === import.meta.env.VITE_PIN`. */
  readonly compared?: true;
  readonly source: 'import.meta' | 'process' | 'Deno' | 'secrets';
}

/** A value looked up in a list that holds nothing but literal texts, or compared to a literal e-mail address. */
export interface MembershipFact extends Span {
  readonly values: readonly string[];
  readonly value: Term;
  /** Name of the list, and of what the answer is given to (`isAdmin`); null where it has none. */
  readonly list: string | null;
  readonly name: string | null;
  /** Asked whether it is *not* there: `!ADMINS.includes(email)`, `email !== 'a@x.y'`. */
  readonly negated: boolean;
}

/** A `catch` clause and what it does with the error. */
export interface CatchFact extends Span {
  readonly fn: number;
  /** Dotted names of what is called in it: `console.error`, `Response.json`; sorted, without repetition. */
  readonly calls: readonly string[];
  readonly rethrows: boolean;
}
