import type { Place, Span, Zone } from '../app/types.js';
import type { Condition, FileFacts, GuardFact, ImportFact, LoopFact, ResultUse, StringFact, Term } from './facts.js';
import type { OutsideKind } from './services.js';

/** Identity with which a call reaches the platform. */
export type ClientRole = 'user' | 'service' | 'unknown';

/** Where a client object comes from. RLS and SDK-version checks do not hold for `shim`. */
export type ClientOrigin = 'sdk' | 'shim' | 'unknown';

export interface EntityRef {
  /** Entity name where the code says it, otherwise null (`entities[name]`). */
  readonly name: string | null;
  /** Where `name` is one of several literals: all of them. */
  readonly candidates: readonly string[];
  /** The computed key of `entities[key]`, where it is no literal. */
  readonly key?: Term;
}

/** A query object as far as it is known. */
export interface Query {
  /**
   * - `none`: no argument, `undefined` or `null`
   * - `empty`: an object that certainly has no key
   * - `keys`: an object whose keys are known
   * - `maybe-empty`: may fall back to an empty object (`filter || {}`)
   * - `unknown`: cannot tell; never to be read as "missing"
   */
  readonly kind: 'none' | 'empty' | 'keys' | 'maybe-empty' | 'unknown';
  readonly keys: readonly QueryKey[];
  /** True where a spread or unknown part may add keys. */
  readonly open: boolean;
  /** Names of helpers or variables that the unknown part comes from (`siteFilter`, `useTenant`). */
  readonly sources: readonly string[];
}

export interface QueryKey {
  readonly name: string;
  readonly value: Term;
  /** `caller`: sent with the request and nothing else; `user`: comes from `auth.me()`; in the browser always `unknown`. */
  readonly from: 'caller' | 'user' | 'unknown';
  /** Operators, where the value is an object of `$…` keys. */
  readonly operators: readonly string[];
}

export type EntityMethod =
  | 'list'
  | 'filter'
  | 'get'
  | 'create'
  | 'update'
  | 'delete'
  | 'deleteMany'
  | 'bulkCreate'
  | 'updateMany'
  | 'bulkUpdate'
  | 'upsert'
  | 'count'
  | 'aggregate'
  | 'subscribe'
  | 'importEntities'
  | (string & {});

/** Where code runs, outward from the call. */
export interface Execution {
  /** Loops that repeat the call, innermost first; those of callers come after those of the call's own function. */
  readonly loops: readonly LoopContext[];
  /** The function around the call calls itself: where, and with which arguments. */
  readonly recursion: { readonly place: Place; readonly passed: readonly Term[] } | null;
  /** Triggers found on the way out: effect, interval, query, mutation, handler, serve, top level. */
  readonly triggers: readonly Trigger[];
  /** Name of the nearest named function, and of the nearest React component. */
  readonly functionName: string | null;
  readonly component: string | null;
}

export interface LoopContext extends LoopFact {
  /** File of the loop; differs from the call's file where a helper of another file is called in a loop. */
  readonly file: string;
  /** Arguments handed to the helper by the call in the loop, outermost last; empty where the loop is around the call itself. */
  readonly passed: readonly Term[];
  /** Calls between the loop and the entity call when it runs in a helper: the helper call in the loop. */
  readonly through: readonly Place[];
}

export interface Trigger {
  /** A timeout that what it runs sets again is an `interval`. */
  readonly kind: 'effect' | 'interval' | 'timeout' | 'query' | 'mutation' | 'handler' | 'serve' | 'top';
  readonly place: Place;
  /** Of an interval or timeout its milliseconds, of a query those of `refetchInterval`; null where the code does not say. */
  readonly everyMs?: number | null;
  readonly deps?: 'none' | 'empty' | 'some';
  /** With `query`: the options hold an `enabled` condition, so the read waits for something. */
  readonly enabled?: true;
  /** With `query`: it fetches again only while a condition holds. */
  readonly pauses?: true;
  /** With `handler`: it runs on each keystroke in a text field. */
  readonly typing?: true;
  /** What must hold on the way from here to the call; left out where nothing must. */
  readonly conditions?: readonly Condition[];
  /** With `interval`: what sets it off, as far as that is in sight. */
  readonly startedBy?: readonly Trigger['kind'][];
  /** With `interval`: what it runs can end it. */
  readonly endsItself?: true;
}

/** What is known about the caller when a call runs. Combined over all ways in; the weakest counts. */
export interface CallerCheck {
  /**
   * - `none`: anyone can reach the call
   * - `signed-in`: `auth.me()` succeeded, nothing more
   * - `owner`: compared with the row's owner or the user's tenant
   * - `role`: a role or admin check
   * - `secret`: a shared secret, signature or token check
   * - `unknown`: it depends on something not in sight; in the browser everything but `role`, which protects nothing there
   */
  readonly level: 'none' | 'signed-in' | 'owner' | 'role' | 'secret' | 'unknown';
  readonly places: readonly Place[];
}

/** What a value is made of: parts of the request, the signed-in user, rows read before, rows read with the user's own client. */
export interface Origins {
  readonly caller: boolean;
  readonly user: boolean;
  readonly row: boolean;
  readonly visible: boolean;
  /** With `user`: where nobody has signed in, the request decides instead (`user?.id || body.userId`). */
  readonly free: boolean;
  /** With `caller`: some part is sent as such, not only found by what was sent. */
  readonly direct: boolean;
  /** With `caller`: it is taken from the event that the platform sends to an automation (`body.data.id`). */
  readonly event: boolean;
  /** Of data, with `direct`: all that is sent as such are ids of records. */
  readonly ids: boolean;
  /** Of data: it only puts the signed-in user onto a list of the row, or takes them off, and counts it: likes, readers. */
  readonly mark: boolean;
  /** Of a target: rows are reached in some states of them only (`if (draft.status !== 'signed') return`). */
  readonly ofState: boolean;
  /** Of a target: its rows were found by what other rows hold, which the request names. */
  readonly far: boolean;
  /** Of data: fields whose values the request holds as such; `*` where it is spread or handed on whole. */
  readonly sent: readonly string[];
}

export interface EntityCall {
  readonly file: string;
  readonly zone: Zone;
  /** The whole call expression. */
  readonly span: Span;
  /** The method name. */
  readonly methodSpan: Span;
  readonly argSpans: readonly Span[];
  readonly args: readonly Term[];
  readonly entity: EntityRef;
  readonly method: EntityMethod;
  readonly role: ClientRole;
  readonly origin: ClientOrigin;
  readonly query: Query;
  /** Who decides which rows are reached: what the id, or the values of the query, are made of. Nothing in the browser. */
  readonly target: Origins;
  /** Who decides what is written. Nothing in the browser. */
  readonly data: Origins;
  /** First sort argument where literal. */
  readonly sort: string | null;
  /** Literal limit; `'unknown'` where one is given but not literal; null where none is given. */
  readonly limit: number | 'unknown' | null;
  readonly skip: boolean;
  readonly execution: Execution;
  readonly guards: readonly GuardFact[];
  readonly caller: CallerCheck;
  /** What is known of the caller where the rows leave: checks between the call and the answer count as well. */
  readonly answerer: CallerCheck;
  readonly recovery: Span | null;
  readonly result: ResultUse;
  /** Other places that decided what this call is: the caller that passed the client, the file that created it. */
  readonly evidence: readonly Evidence[];
}

export interface Evidence extends Place {
  /** Short clause: "passes a service-role client". */
  readonly note: string;
}

/** A call on the client that is not an entity call: `functions.invoke`, `integrations.Core.InvokeLLM`, `auth.me`, `agents.addMessage`. */
export interface SdkCall {
  readonly file: string;
  readonly zone: Zone;
  readonly span: Span;
  readonly args: readonly Term[];
  /** Dotted path below the client: `auth.me`, `functions.invoke`, `integrations.Core.InvokeLLM`. */
  readonly member: string;
  readonly role: ClientRole;
  readonly origin: ClientOrigin;
  /** What of a message the caller of the function decides. Nothing in the browser. */
  readonly fromCaller: readonly ('recipient' | 'content' | 'text' | 'event')[];
  readonly execution: Execution;
  readonly guards: readonly GuardFact[];
  readonly caller: CallerCheck;
  readonly result: ResultUse;
}

/** A call to a service other than Base44: a request, a call of a service's own package, a raw connection. */
export interface OutsideCall {
  readonly file: string;
  readonly zone: Zone;
  readonly span: Span;
  readonly args: readonly Term[];
  /** Name of the service where it is a known one, otherwise the host; null where the code does not say where the call goes. */
  readonly service: string | null;
  readonly kind: OutsideKind;
  /** Dotted member of a package (`refunds.create`), or the HTTP method (`?` where it is not literal). */
  readonly member: string;
  /** A key or account of the app's owner goes along: a value of the server's environment, or a connector of the app. */
  readonly ownersKey: boolean;
  /** What the caller of the function decides: where the call goes, who receives a message, what is in it, whole sentences of it. `event`: the recipient is taken from the event of an automation. */
  readonly fromCaller: readonly ('address' | 'recipient' | 'content' | 'text' | 'event')[];
  /** Of a payment service: the customer or subscription that the call names is the signed-in user's own. */
  readonly ofUser: boolean;
  readonly execution: Execution;
  readonly guards: readonly GuardFact[];
  readonly caller: CallerCheck;
  readonly result: ResultUse;
}

/** A call of backend functions of the app: `functions.invoke('name')`, `functions.fetch('/name')`, `@/functions/name`. */
export interface Invocation {
  /** The call itself, one of the file's `sdkCalls`. */
  readonly call: SdkCall;
  /** All names that the call may mean; empty where only the run decides. */
  readonly names: readonly string[];
  /** Those of them that the export holds. */
  readonly functions: readonly string[];
  /** SDK calls that run in these functions. Never all that may: what hides in values that we cannot follow is missing. */
  readonly reached: readonly Reached[];
}

/** A realtime connection that the platform does not carry. */
export interface RealtimeUse {
  readonly file: string;
  readonly zone: Zone;
  readonly span: Span;
  readonly kind: 'websocket' | 'eventsource' | 'socket-io' | 'ws' | 'upgrade' | 'event-stream';
  /** Literal URL or its known prefix, if any; an address asked of `base44.functions` is written `/functions/<name>`. */
  readonly url: string | null;
  readonly triggers: readonly Trigger[];
  /** Of an event stream: how the app reaches its function. Null for other kinds, and where only a part of the app is in sight. */
  readonly callers: StreamCallers | null;
  /** What shows that the app has a backend of its own: a client of its own in this file, or code that serves sockets outside the platform. */
  readonly elsewhere: Place | null;
}

/** Places that call a backend function, by how they read its answer. */
export interface StreamCallers {
  /** By `functions.invoke`, which waits for the whole answer. */
  readonly invoked: readonly Place[];
  /** By an `EventSource`, which expects a stream that stays open. */
  readonly opened: readonly Place[];
  /** By `functions.fetch` or its address: the stream is read as it comes. */
  readonly fetched: readonly Place[];
}

/** `localStorage.setItem(key, value)`: what any script of the page can read. */
export interface StorageWrite {
  readonly span: Span;
  readonly area: 'localStorage' | 'sessionStorage';
  /** The literal keys that it may be, constants of the app resolved; empty where a part of the key is computed. */
  readonly keys: readonly string[];
  readonly value: Term;
  readonly valueSpan: Span;
  readonly execution: Execution;
}

/** An SDK call that runs when a function of the code does. */
export interface Reached {
  readonly call: EntityCall | SdkCall;
  /** A loop or interval on the way repeats it; a retry does not count. */
  readonly repeated: boolean;
  /** What must hold on the way; of several ways that with the fewest conditions. */
  readonly conditions: readonly Condition[];
  /** Calls on the way, outermost first, the first few of many. */
  readonly through: readonly Place[];
  /** Backend functions on the way, outermost first. */
  readonly functions: readonly string[];
}

/** All that rules may ask about one file. */
export interface FileView {
  readonly file: string;
  readonly zone: Zone;
  readonly text: string;
  readonly facts: FileFacts;
  readonly entityCalls: readonly EntityCall[];
  readonly sdkCalls: readonly SdkCall[];
  /** Calls of backend functions with what runs there; empty in the editor, which sees one file. */
  readonly invocations: readonly Invocation[];
  readonly realtime: readonly RealtimeUse[];
  readonly outside: readonly OutsideCall[];
  readonly storageWrites: readonly StorageWrite[];
  readonly strings: readonly StringFact[];
  readonly imports: readonly ImportFact[];
}
