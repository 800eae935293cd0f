import { paidKindOf } from '@base44-lint/catalog';
import {
  functionOf,
  type App,
  type BackendFunction,
  type EntityCall,
  type FileView,
  type Flow,
  type FunctionCall,
  type FunctionCalls,
  type OutsideCall,
  type Place,
  type SdkCall,
} from '@base44-lint/model';
import type { FunctionCaller, FunctionSummary } from '../result/matrix.js';
import { byPlace } from './entity-uses.js';
import { compare } from './findings.js';
import { authenticationOf, authorisationOf } from './function-checks.js';
import type { Locate } from './locate.js';

export interface FunctionInput {
  readonly app: App;
  readonly views: readonly FileView[];
  readonly functionCalls: FunctionCalls;
  readonly flows: readonly Flow[];
  /** Files that could not be read or understood. */
  readonly unseenFiles: readonly string[];
  readonly locate: Locate;
}

const mostPlaces = 12;

/** Each backend function of the export with what it asks of its caller, what it may do and what starts it. */
export function functionsOf(input: FunctionInput): FunctionSummary[] {
  const byFunction = new Map<string, FileView[]>();
  for (const view of input.views) {
    const owner = functionOf(input.app, view.file);
    if (owner) byFunction.set(owner.file, [...(byFunction.get(owner.file) ?? []), view]);
  }
  const callers = callersOf(input);
  return input.app.functions
    .map((one) => summaryOf(one, byFunction.get(one.file) ?? [], callers, input))
    .sort((a, b) => compare(a.name, b.name) || compare(a.file, b.file));
}

function summaryOf(
  one: BackendFunction,
  own: readonly FileView[],
  { byName, unnamed }: Callers,
  { app, views, functionCalls, unseenFiles, locate }: FunctionInput,
): FunctionSummary {
  const followed = functionCalls(one);
  // Where no handler was recognised nothing can be followed, and the calls of its files stand for themselves.
  const all = followed.length > 0 ? followed : own.flatMap(callsOf);
  const calls = sorted(all);
  const seen = calls.map(({ call }) => call);
  const helpers = new Set(seen.map(({ file }) => file));
  const code = unseenFiles.some((file) => functionOf(app, file)?.file === one.file) ? 'not-checked' : 'seen';
  const service = seen.filter((call) => 'role' in call && call.role === 'service');
  return {
    name: one.name,
    file: one.file,
    code,
    authentication: authenticationOf(calls, code, locate),
    authorisation: authorisationOf(calls, code, locate),
    serviceRole: { calls: service.length, places: service.slice(0, mostPlaces).map(located(locate)) },
    environment: environmentOf(
      [...own, ...views.filter((view) => !own.includes(view) && helpers.has(view.file))],
      locate,
    ),
    paid: paidOf(seen, locate),
    outside: outsideOf(seen, locate),
    callers: byName.get(one.name) ?? [],
    unnamedCallers: unnamed,
  };
}

function callsOf({ entityCalls, sdkCalls, outside }: FileView): FunctionCall[] {
  return [...entityCalls, ...sdkCalls, ...outside].map((call) => ({ call, caller: call.caller }));
}

function sorted(calls: readonly FunctionCall[]): FunctionCall[] {
  const byCall = new Map(calls.map((one) => [one.call, one]));
  return byPlace([...byCall.keys()]).map((call) => byCall.get(call)!);
}

const located =
  (locate: Locate) =>
  ({ file, span }: Pick<EntityCall, 'file' | 'span'>) =>
    locate(file, span);

/** Read by its own files, and by the files of helpers whose calls it runs. */
function environmentOf(views: readonly FileView[], locate: Locate): FunctionSummary['environment'] {
  const names = new Map<string, FunctionSummary['environment'][number]>();
  for (const { file, facts } of views) {
    for (const { name, start, end } of facts.env) {
      if (!names.has(name)) names.set(name, { name, location: locate(file, { start, end }) });
    }
  }
  return [...names.values()].sort((a, b) => compare(a.name, b.name));
}

function paidOf(calls: readonly FunctionCall['call'][], locate: Locate): FunctionSummary['paid'] {
  const members = new Map<string, FunctionSummary['paid'][number]>();
  for (const call of calls) {
    if (!isSdkCall(call) || call.origin === 'shim') continue;
    const kind = paidKindOf(call.member);
    if (kind === null) continue;
    const known = members.get(call.member);
    if (known) known.calls++;
    else members.set(call.member, { member: call.member, kind, calls: 1, location: locate(call.file, call.span) });
  }
  return [...members.values()].sort((a, b) => compare(a.member, b.member));
}

function outsideOf(calls: readonly FunctionCall['call'][], locate: Locate): FunctionSummary['outside'] {
  const services = new Map<string | null, FunctionSummary['outside'][number]>();
  for (const call of calls) {
    if (!isOutside(call)) continue;
    const { service, kind, ownersKey, file, span } = call;
    const known = services.get(service);
    if (known) {
      known.calls++;
      known.ownersKey ||= ownersKey;
    } else services.set(service, { service, kind, calls: 1, ownersKey, location: locate(file, span) });
  }
  return [...services.values()].sort((a, b) => compare(a.service ?? '\uffff', b.service ?? '\uffff'));
}

const isOutside = (call: FunctionCall['call']): call is OutsideCall => 'service' in call;
const isSdkCall = (call: FunctionCall['call']): call is SdkCall => 'member' in call && !('service' in call);

interface Callers {
  readonly byName: ReadonlyMap<string, FunctionCaller[]>;
  readonly unnamed: boolean;
}

/** What the export holds of callers: code, automations with the workflows that name a function, agents. */
function callersOf({ app, views, flows, locate }: FunctionInput): Callers {
  const byName = new Map<string, FunctionCaller[]>();
  const add = (name: string, caller: FunctionCaller): void => {
    const known = byName.get(name);
    if (known) known.push(caller);
    else byName.set(name, [caller]);
  };
  let unnamed = false;
  for (const { call, names, functions } of views.flatMap(({ invocations }) => invocations)) {
    if (call.zone === 'other') continue;
    if (names.length === 0) unnamed = true;
    for (const name of functions) {
      add(name, {
        kind: call.zone === 'frontend' ? 'browser' : 'function',
        name: call.file,
        sure: names.length === 1,
        active: true,
        location: locate(call.file, call.span),
      });
    }
  }
  for (const { name, automations } of app.functions) {
    for (const { kind, name: own, active, place } of automations) {
      add(name, {
        kind: kind === 'other' ? 'event' : kind,
        name: own ?? place.file,
        sure: true,
        active,
        location: at(place, locate),
      });
    }
  }
  for (const { start } of flows) {
    if (start.kind !== 'agent' || start.function === null) continue;
    add(start.function, {
      kind: 'agent',
      name: start.name,
      sure: true,
      active: true,
      location: at(start.place, locate),
    });
  }
  return { byName, unnamed };
}

function at({ file, start, end }: Place, locate: Locate) {
  return locate(file, { start, end });
}
