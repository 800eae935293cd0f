import type { Automation, Place } from '../app/types.js';
import type { Condition } from './facts.js';
import type { OutsideCall, SdkCall, Trigger } from './view.js';

/**
 * What sets code going, seen from outside of the code.
 * - `load`: the page is opened (top level of a module, an effect without changing dependencies, a query)
 * - `effect`: something that a component depends on changes, or it renders
 * - `interval`: time passes while the page is open
 * - `handler`: a person does something
 * - `request`: a backend function is called by something that is not in the export: a webhook, a link, another app
 * - `schedule`, `entity`, `connector`, `event`: an automation or workflow starts a backend function
 * - `agent`: an agent uses a backend function as a tool
 */
export type StartKind =
  'load' | 'effect' | 'interval' | 'handler' | 'request' | 'schedule' | 'entity' | 'connector' | 'event' | 'agent';

export interface Start {
  readonly kind: StartKind;
  readonly place: Place;
  /** In the browser the React component (else the function) that holds it; of an automation or agent its name; else the backend function. */
  readonly name: string;
  /** With `handler`: the JSX element, `button` or `Button`; null where the handler is set in another way. */
  readonly element: string | null;
  /** With `handler`: the attribute or event, `onClick`, `keydown`. */
  readonly event: string | null;
  /** With `handler`: the words on the element, where the code spells them out. */
  readonly label: string | null;
  /** In the browser: what the code says of it; null where a component spends while it renders, and where nothing in sight starts the function. */
  readonly trigger: Trigger | null;
  /** With `schedule`, `entity`, `connector`, `event`. */
  readonly automation: Automation | null;
  /** The backend function that it starts, where it starts one directly; null for a workflow that starts several. */
  readonly function: string | null;
}

/** A loop on the way: what lies behind it runs once for each element. */
export interface Repeat {
  readonly place: Place;
  /** Turns, at most, where the code spells them out; null where only the run knows. */
  readonly count: number | null;
}

/** A call on the way from a start to what it spends. */
export interface Step {
  readonly place: Place;
  /** The backend function that this call starts; null for a call within the same run. */
  readonly starts: string | null;
}

/** A call that leaves the app's own code: to the platform, where it may cost credits, or to another service. */
export interface Spend {
  readonly call: SdkCall | OutsideCall;
  /** Calls on the way, outermost first, without the call itself. An automation or agent that starts a function is one too. */
  readonly path: readonly Step[];
  /** Loops on the way, outermost first. Tries of the same thing are none. */
  readonly repeats: readonly Repeat[];
  /** What must hold on the way. */
  readonly conditions: readonly Condition[];
  /**
   * The `catch`, or the handler of a promise or mutation, that takes up a failure of the call, the nearest on the way; null
   * where nothing does. One that throws again does not count, nor one in a backend function that answers with an HTTP status
   * of failure, since that fails at who called the function in turn; where nothing of the app did, it counts.
   */
  readonly caught: Place | null;
}

/**
 * One thing that happens, and all that it spends. The same call on two ways is listed twice, since it runs twice. Where nothing
 * is spent there is no flow, except for automations (their runs cost credits) and agents.
 */
export interface Flow {
  /**
   * Stays the same while code moves within its file, unique within the app: kind, file, name, then of a handler element and
   * event, and the function that runs or else the words on the element: `handler src/pages/Chat.jsx Chat Button.onClick send`,
   * `schedule base44/functions/digest/function.jsonc Daily digest`. Several that are alike are numbered: `… #2`.
   */
  readonly id: string;
  readonly start: Start;
  readonly spends: readonly Spend[];
  /** Spends left out because there were too many of them, at least. */
  readonly cut: number;
}
