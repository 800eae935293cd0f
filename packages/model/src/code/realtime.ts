import type { Zone } from '../app/types.js';
import { executionOf } from './execution.js';
import type { CallFact, FileFacts, Term } from './facts.js';
import type { Interpreter } from './meaning.js';
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
  for (const call of facts.calls) {
    const kind = kindOf(call);
    if (!kind) continue;
    called.add(kind);
    found.push({
      file: facts.file,
      zone,
      span: { start: call.start, end: call.end },
      kind,
      url: urlOf(call.args[0]),
      triggers: executionOf({ file: facts.file, call }, zone, interpreter).triggers,
    });
  }
  for (const { from, start, end, typeOnly } of facts.imports) {
    const kind = typeOnly ? undefined : libraryKind(from);
    // The import alone counts where no call of the library was seen.
    if (kind && !called.has(kind))
      found.push({ file: facts.file, zone, span: { start, end }, kind, url: null, triggers: [] });
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
  if (callee.t === 'import') return libraryKind(callee.from) ?? null;
  if (callee.t === 'get' && callee.of.t === 'import') return libraryKind(callee.of.from) ?? null;
  return null;
}

/** `WebSocket`, also as a member of `window`, `globalThis` or `self`. */
function globalName(term: Term): string | null {
  if (term.t === 'global') return term.name;
  return term.t === 'get' && term.of.t === 'global' && /^(?:window|globalThis|self)$/.test(term.of.name)
    ? term.key
    : null;
}

/** The literal start of a URL: all of it, or up to the first unknown part; null where it starts unknown. */
function urlOf(term: Term | undefined): string | null {
  if (!term) return null;
  switch (term.t) {
    case 'literal':
      return typeof term.value === 'string' ? term.value : null;
    case 'template': {
      let text = '';
      for (const part of term.parts) {
        const known = urlOf(part);
        if (known === null) break;
        text += known;
      }
      return text || null;
    }
    case 'call':
      return term.isNew ? urlOf(term.args[0]) : null;
    case 'any':
      return urlOf(term.of[0]);
    default:
      return null;
  }
}
