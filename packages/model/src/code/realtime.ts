import type { Place, Zone } from '../app/types.js';
import { executionOf } from './execution.js';
import type { CallFact, FileFacts, Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import type { RealtimeUse } from './view.js';

const LIBRARIES: readonly [pattern: RegExp, kind: RealtimeUse['kind']][] = [
  [/^(?:npm:|https:\/\/[^/]+\/)?socket\.io(?:-client)?(?:@|\/|$)/, 'socket-io'],
  [
    /^(?:npm:|https:\/\/[^/]+\/)?(?:ws|isomorphic-ws|websocket|reconnecting-websocket|partysocket|sockjs(?:-client)?)(?:@|\/|$)/,
    'ws',
  ],
  [/^(?:npm:|https:\/\/[^/]+\/)?(?:eventsource|@microsoft\/fetch-event-source)(?:@|\/|$)/, 'eventsource'],
];

/** Persistent connections that the code opens or serves. Local classes of the same name are not among them. */
export function realtimeOf(facts: FileFacts, zone: Zone, interpreter: Interpreter): RealtimeUse[] {
  const found: RealtimeUse[] = [];
  const called = new Set<RealtimeUse['kind']>();
  const elsewhere = ownClient(facts);
  for (const call of facts.calls) {
    const kind = kindOf(call);
    if (!kind) continue;
    called.add(libraryOf(call) ?? kind);
    found.push({
      file: facts.file,
      zone,
      span: { start: call.start, end: call.end },
      kind,
      url: urlOf(facts.file, call.args[0], interpreter),
      triggers: executionOf({ file: facts.file, call }, zone, interpreter).triggers,
      callers: null,
      elsewhere,
    });
  }
  for (const { from, start, end, typeOnly } of facts.imports) {
    const kind = typeOnly ? undefined : libraryKind(from);
    // The import alone counts where no call of the library was seen.
    if (kind && !called.has(kind))
      found.push({
        file: facts.file,
        zone,
        span: { start, end },
        kind,
        url: null,
        triggers: [],
        callers: null,
        elsewhere,
      });
  }
  for (const string of facts.strings) {
    if (!/^text\/event-stream\b/.test(string.value) || zone === 'frontend' || /accept/i.test(string.name ?? ''))
      continue;
    if (string.use === 'compared' || string.use === 'argument') {
      if (!/set|append/.test(string.against ?? '')) continue;
    }
    found.push({
      file: facts.file,
      zone,
      span: { start: string.start, end: string.end },
      kind: 'event-stream',
      url: null,
      triggers: [],
      callers: null,
      elsewhere,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function libraryKind(from: string): RealtimeUse['kind'] | undefined {
  return LIBRARIES.find(([pattern]) => pattern.test(from))?.[1];
}

function kindOf(call: CallFact): RealtimeUse['kind'] | null {
  const { callee } = call;
  const name = globalName(callee);
  if (call.isNew && name === 'WebSocket') return 'websocket';
  if (call.isNew && name === 'EventSource') return 'eventsource';
  if (callee.t === 'get' && callee.key === 'upgradeWebSocket') return 'upgrade';
  const library = libraryOf(call);
  // `new WebSocket(address)` of `ws` connects like the one of the browser; its other classes serve.
  const connects = callee.t === 'import' && /^(?:default|WebSocket)$/.test(callee.name) && call.args.length > 0;
  return library === 'ws' && connects ? 'websocket' : library;
}

/** The kind of library that a call belongs to, if any. */
function libraryOf({ callee }: CallFact): RealtimeUse['kind'] | null {
  const from = callee.t === 'get' ? callee.of : callee;
  return (from.t === 'import' && libraryKind(from.from)) || null;
}

/** `WebSocket`, also as a member of `window`, `globalThis` or `self`. */
function globalName(term: Term): string | null {
  if (term.t === 'global') return term.name;
  return term.t === 'get' && term.of.t === 'global' && /^(?:window|globalThis|self)$/.test(term.of.name)
    ? term.key
    : null;
}

/** A client of the app's own in the place of the SDK's: it speaks to a server of the app's own. */
function ownClient({ file, exports, imports }: FileFacts): Place | null {
  if (imports.some(({ from }) => /^(?:npm:)?@base44\/sdk(?:[@/]|$)/.test(from))) return null;
  const client = exports.find(
    ({ value }) =>
      value.t === 'object' &&
      value.props.some(([key]) => key === 'entities') &&
      value.props.some(([key]) => /^(?:auth|functions|integrations)$/.test(key)),
  );
  return client ? { file, start: client.start, end: client.end } : null;
}

/** The literal start of a URL: all of it, or up to the first unknown part; null where it starts unknown. */
function urlOf(file: string, term: Term | undefined, interpreter: Interpreter): string | null {
  if (!term) return null;
  const start = (of: Term | undefined) => urlOf(file, of, interpreter);
  switch (term.t) {
    case 'literal':
      return typeof term.value === 'string' ? term.value : null;
    case 'template': {
      let text = '';
      for (const part of term.parts) {
        const known = start(part);
        if (known === null) break;
        text += known;
      }
      return text || null;
    }
    case 'call':
      return term.isNew ? start(term.args[0]) : (ownAddress(file, term, interpreter) ?? start(carrierOf(term.callee)));
    case 'get':
      return term.key === 'href' ? start(term.of) : null;
    case 'any':
      return start(term.of[0]);
    default:
      return null;
  }
}

/** `url.toString()` and `text.replace('http', 'ws')` keep what they are called on, as far as it matters here. */
function carrierOf(callee: Term): Term | undefined {
  return callee.t === 'get' && /^(?:toString|replace|replaceAll|trim|concat)$/.test(callee.key) ? callee.of : undefined;
}

/** `base44.functions.getEndpoint('name')`, which is an address of the app's own backend. */
function ownAddress(file: string, call: Extract<Term, { t: 'call' }>, interpreter: Interpreter): string | null {
  const meaning = interpreter.meaningOf({ file, term: call.callee });
  if (meaning.kind !== 'sdk' || !meaning.path.startsWith('functions.')) return null;
  const [name] = call.args[0] ? interpreter.literalsOf({ file, term: call.args[0] }) : [];
  return `/functions/${name?.replace(/^\//, '') ?? ''}`;
}
