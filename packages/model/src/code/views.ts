import type { App, Zone } from '../app/types.js';
import { zoneOf } from '../app/zones.js';
import { answererOf, callerOf } from './caller.js';
import { levelOfTest, rank } from './checks.js';
import { executionOf, homeOf } from './execution.js';
import type { CallFact, FileFacts, ResultUse, Term } from './facts.js';
import { Interpreter } from './interpreter.js';
import type { Flow } from './flow.js';
import { flowsOf } from './flows.js';
import { functionCallsOf, type FunctionCalls } from './function-calls.js';
import { graphOf } from './graph.js';
import { joinInvocations } from './invokes.js';
import type { Client, Meaning } from './meaning.js';
import type { Link } from './link.js';
import { dataOf, NOWHERE, targetOf } from './origins.js';
import { outsideOf, sentByCaller } from './outside.js';
import { queryOf } from './query.js';
import { realtimeOf } from './realtime.js';
import { least, most } from './results-names.js';
import { isAuthMember, isEntityMethod } from './sdk-names.js';
import { storageWritesOf } from './storage.js';
import { joinStreams } from './streams.js';
import type { EntityCall, FileView, Query, SdkCall } from './view.js';

export interface ViewInput {
  readonly facts: FileFacts;
  readonly text: string;
}

/**
 * What rules see of the given files. Given one file, its own callers are followed; given all files of an app and a
 * link, callers and helpers of other files as well. The rules are the same, so the editor never contradicts the scan.
 */
export function viewFiles(files: readonly ViewInput[], app: App, link?: Link): FileView[] {
  if (link) return viewApp(files, app, link).views;
  // Only a part of the app is in sight, and what is not seen may be elsewhere.
  const interpreter = interpreterOf(files);
  return files.map(({ facts, text }) => viewFile(facts, text, app, interpreter));
}

export interface AppView {
  readonly views: FileView[];
  /** What sets off calls that leave the app, found when first asked for. */
  readonly flows: readonly Flow[];
  /** What runs in a backend function. */
  readonly functionCalls: FunctionCalls;
}

/** What rules see of all files of an app, and what sets off the calls that leave it. */
export function viewApp(files: readonly ViewInput[], app: App, link: Link): AppView {
  const interpreter = interpreterOf(files, link);
  const alone = files.map(({ facts, text }) => viewFile(facts, text, app, interpreter));
  const streamed = joinStreams(alone, app, interpreter);
  const graph = graphOf(streamed, app, interpreter);
  let flows: readonly Flow[] | undefined;
  return {
    views: joinInvocations(streamed, graph),
    get flows() {
      return (flows ??= flowsOf(streamed, app, graph, interpreter));
    },
    functionCalls: functionCallsOf(app, graph, interpreter),
  };
}

function interpreterOf(files: readonly ViewInput[], link?: Link): Interpreter {
  return new Interpreter(new Map(files.map(({ facts }) => [facts.file, facts])), link);
}

function viewFile(facts: FileFacts, text: string, app: App, interpreter: Interpreter): FileView {
  const { file } = facts;
  const placed = zoneOf(app, file);
  const zone = placed === 'frontend' && servesRequests(facts) ? 'function' : placed;
  const entityCalls: EntityCall[] = [];
  const sdkCalls: SdkCall[] = [];
  for (const call of facts.calls) {
    const { callee } = call;
    const owner = callee.t === 'get' ? interpreter.meaningOf({ file, term: callee.of }) : null;
    if (callee.t === 'get' && owner?.kind === 'entity' && !(owner.names.includes('User') && isAuthMember(callee.key))) {
      if (owner.client.origin !== 'unknown' || isEntityMethod(callee.key))
        entityCalls.push(entityCall(call, callee.key, owner, zone, facts, interpreter));
      continue;
    }
    const meaning: Meaning =
      owner?.kind === 'entity' && callee.t === 'get'
        ? { kind: 'sdk', client: owner.client, path: `auth.${callee.key}` }
        : interpreter.meaningOf({ file, term: callee });
    if (meaning.kind === 'sdk') sdkCalls.push(sdkCall(call, meaning, zone, facts, interpreter));
  }
  return {
    file,
    zone,
    text,
    facts,
    entityCalls,
    sdkCalls,
    invocations: [],
    realtime: realtimeOf(facts, zone, interpreter),
    outside: outsideOf(facts, zone, interpreter),
    storageWrites: storageWritesOf(facts, zone, interpreter),
    strings: facts.strings,
    imports: facts.imports,
  };
}

/** `Deno.serve(…)` makes a file backend code wherever it lies. */
function servesRequests({ calls }: FileFacts): boolean {
  return calls.some(
    ({ callee }) =>
      callee.t === 'get' && callee.key === 'serve' && callee.of.t === 'global' && callee.of.name === 'Deno',
  );
}

function entityCall(
  call: CallFact,
  method: string,
  entity: Extract<Meaning, { kind: 'entity' }>,
  zone: Zone,
  facts: FileFacts,
  interpreter: Interpreter,
): EntityCall {
  const { file } = facts;
  const query = readsByQuery(method)
    ? queryOf(call.args[0] ? { file, term: call.args[0] } : null, interpreter)
    : NO_QUERY;
  const paging = pagingOf(method, call.args);
  const shared = common(call, entity.client, zone, facts, interpreter);
  return {
    ...shared,
    answerer: answererOf({ file, call }, zone, shared.caller, interpreter),
    methodSpan: call.name,
    argSpans: call.argSpans,
    entity: {
      name: entity.names.length === 1 ? (entity.names[0] as string) : null,
      candidates: entity.names,
      ...keyOfHandle(call.callee),
    },
    method,
    query,
    target: zone === 'frontend' ? NOWHERE : targetOf(method, call.args, shared.guards, file, interpreter),
    data: zone === 'frontend' ? NOWHERE : dataOf(method, call.args, file, interpreter),
    ...paging,
    recovery: call.recovery,
    evidence: entity.client.evidence,
  };
}

function sdkCall(
  call: CallFact,
  sdk: Extract<Meaning, { kind: 'sdk' }>,
  zone: Zone,
  facts: FileFacts,
  interpreter: Interpreter,
): SdkCall {
  const shared = common(call, sdk.client, zone, facts, interpreter);
  const isMessage = zone !== 'frontend' && MESSAGES.test(sdk.path);
  const sent = isMessage ? sentByCaller(facts.file, call.args, shared.guards, interpreter) : [];
  return { ...shared, member: sdk.path, fromCaller: sent };
}

function common(call: CallFact, client: Client, zone: Zone, facts: FileFacts, interpreter: Interpreter) {
  const site = { file: facts.file, call };
  return {
    file: facts.file,
    zone,
    span: { start: call.start, end: call.end },
    args: call.args,
    role: client.role,
    origin: client.origin,
    execution: executionOf(site, zone, interpreter),
    guards: call.guards.map((index) => facts.guards[index]).filter((guard) => guard !== undefined),
    caller: callerOf(site, zone, interpreter),
    result: scopedByUser(throughCallers(site.file, call, interpreter, new Set()), site.file, interpreter),
  };
}

/** A value that a helper returns goes where its callers put it. */
function throughCallers(file: string, call: CallFact, interpreter: Interpreter, seen: Set<string>): ResultUse {
  const { result } = call;
  if (result.returned === 'no' || result.responded === 'whole' || seen.size > 6) return result;
  const home = homeOf({ file, call }, interpreter);
  const key = `${file}#${home}`;
  if (home === 0 || seen.has(key)) return result;
  seen.add(key);
  const callers = interpreter.callersOf(file, home);
  const uses = callers.map((site) => throughCallers(site.file, site.call, interpreter, seen));
  // Offsets mean nothing in another file.
  const here = uses.filter((_, index) => callers[index]?.file === file);
  return {
    ...result,
    // No more can leave through a caller than the helper gave it.
    responded: [result.responded, ...uses.map((use) => least(use.responded, result.returned))].reduce(most),
    respondedRows: result.respondedRows || (result.returnedRows && uses.some((use) => use.respondedRows)),
    respondedFields: [...new Set([...result.respondedFields, ...uses.flatMap((use) => use.respondedFields)])].sort(),
    state: result.state || uses.some((use) => use.state),
    reads: [...new Set([...result.reads, ...uses.flatMap((use) => use.reads)])].sort(),
    predicates: [...result.predicates, ...uses.flatMap((use) => use.predicates)],
    tests: [...result.tests, ...here.flatMap((use) => use.tests)],
    states: [...result.states, ...here.flatMap((use) => use.states)],
  };
}

/** Rows that a `filter` keeps by the signed-in user are only that user's. */
function scopedByUser(result: ResultUse, file: string, interpreter: Interpreter): ResultUse {
  if (result.responded === 'no' || result.predicates.length === 0) return result;
  const asksUser = result.predicates.some((test) => rank(levelOfTest(test, file, interpreter)) >= rank('owner'));
  return asksUser ? { ...result, responded: 'narrowed' } : result;
}

/** `entities[name].delete(id)`: what names the entity, where the handle is looked up by a computed key. */
function keyOfHandle(callee: Term): Pick<EntityCall['entity'], 'key'> {
  return callee.t === 'get' && callee.of.t === 'at' ? { key: callee.of.key } : {};
}

/** Members that send something to somebody, or ask a model. */
const MESSAGES = /^(?:integrations\.|users\.|agents\.)/;

const NO_QUERY: Query = { kind: 'none', keys: [], open: false, sources: [] };

function readsByQuery(method: string): boolean {
  return (
    method !== 'list' &&
    method !== 'get' &&
    method !== 'create' &&
    method !== 'bulkCreate' &&
    method !== 'update' &&
    method !== 'delete'
  );
}

/** Sort, limit and skip: `list(sort, limit, skip)`, `filter(query, sort, limit, skip)`, or the options object since SDK 0.8.49. */
function pagingOf(method: string, args: readonly Term[]): Pick<EntityCall, 'sort' | 'limit' | 'skip'> {
  if (method !== 'list' && method !== 'filter') return { sort: null, limit: null, skip: false };
  const rest = method === 'list' ? args : args.slice(1);
  const options = rest[0];
  if (options?.t === 'object') {
    const value = (name: string) => options.props.find(([key]) => key === name)?.[1];
    return {
      sort: textOf(value('sort')),
      limit: numberOf(value('limit')),
      skip: value('skip') !== undefined || value('cursor') !== undefined,
    };
  }
  return { sort: textOf(rest[0]), limit: numberOf(rest[1]), skip: rest[2] !== undefined && rest[2].t !== 'undefined' };
}

function textOf(term: Term | undefined): string | null {
  return term?.t === 'literal' && typeof term.value === 'string' ? term.value : null;
}

function numberOf(term: Term | undefined): number | 'unknown' | null {
  if (!term || term.t === 'undefined' || (term.t === 'literal' && term.value === null)) return null;
  return term.t === 'literal' && typeof term.value === 'number' ? term.value : 'unknown';
}
