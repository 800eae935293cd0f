import type { Term } from './facts.js';
import { outsideChain } from './outside-chain.js';

/** Globals whose calls a rule may ask about; calls of all other globals are left out of the facts. */
const GLOBALS = new Set([
  'base44',
  'WebSocket',
  'EventSource',
  'Response',
  'Deno',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'fetch',
  'window',
  'globalThis',
  'self',
  'localStorage',
  'sessionStorage',
  'this',
]);

/** Members of interest behind `window`, `Deno` and the like. */
const MEMBERS =
  /^(?:WebSocket|EventSource|base44|upgradeWebSocket|serve|entities|fetch|setInterval|integrations|functions|auth|asServiceRole|io|setItem)$/;

/** Packages whose exports matter; those of other packages never hold a client. */
const PACKAGES =
  /^(?:npm:|jsr:|https?:\/\/[^?]*\/)?(?:@base44\/|socket\.io|ws\b|isomorphic-ws|websocket|eventsource|reconnecting-websocket|@microsoft\/fetch-event-source|partysocket|sockjs)/;

/** Methods with which an object that came in from outside may be a Base44 handle. */
const METHODS =
  /^(?:list|filter|get|create|update|delete|deleteMany|bulkCreate|bulkUpdate|updateMany|upsert|count|aggregate|subscribe|importEntities|invoke|fetch|me|updateMe|[A-Z]\w+|addMessage|createConversation|getConversation|listConversations|subscribeToConversation|inviteUser|call|track|find\w*|bulkDelete|query|where|search|paginate|then|catch|finally)$/;

/** Whether the facts keep a call with this callee. Everything a rule or the linker can ask about; not `console.log`. */
export function isRecorded(callee: Term, isNew: boolean): boolean {
  return root(callee, null, isNew) || (!isNew && (outsideChain(callee) !== null || isModuleCall(callee)));
}

/** Modules of the client: whatever is called on them is a member of the SDK, or one that never was. */
const MODULES =
  /^(?:auth|functions|integrations|connectors|agents|users|appLogs|analytics|aiGateway|asServiceRole|entities)$/;

/** `base44.auth.redirectToLogin(…)`, `client.asServiceRole.connectors.getConnection(…)`. */
function isModuleCall(callee: Term): boolean {
  let owner = callee;
  let onModule = false;
  while (owner.t === 'get') {
    owner = owner.of;
    if (owner.t === 'get') onModule ||= MODULES.test(owner.key);
  }
  return onModule && root(owner, 'get', false);
}

function root(term: Term, lastKey: string | null, isNew: boolean): boolean {
  switch (term.t) {
    case 'function':
      return lastKey === null || lastKey === 'call';
    case 'import':
      return isOwn(term.from) ? !isNew || lastKey === null : PACKAGES.test(term.from);
    case 'global':
      return (
        GLOBALS.has(term.name) &&
        (lastKey === null ||
          term.name === 'base44' ||
          term.name === 'Response' ||
          term.name === 'this' ||
          (term.name === 'Deno' && lastKey !== 'get') ||
          MEMBERS.test(lastKey))
      );
    case 'param':
      // A bare call of a parameter hands nothing on that we could follow.
      return !isNew && lastKey !== null && METHODS.test(lastKey);
    case 'get':
      if (isGlobalClient(term)) return lastKey !== null;
      if (mutationOf(term)) return lastKey === null;
      return (
        root(term.of, lastKey ?? term.key, isNew) &&
        (lastKey !== null ||
          term.of.t === 'global' ||
          isFollowed(term.of) ||
          METHODS.test(term.key) ||
          term.key === 'setItem')
      );
    case 'at':
      return root(term.of, lastKey ?? '[]', isNew);
    case 'call':
      // A proxy stands for what it wraps.
      if (term.isNew && term.callee.t === 'global' && term.callee.name === 'Proxy' && term.args[0])
        return root(term.args[0], lastKey, false);
      return (lastKey === null || METHODS.test(lastKey)) && root(term.callee, null, false);
    case 'item':
      return lastKey !== null && METHODS.test(lastKey) && isHandleList(term.of);
    case 'any':
      return term.of.some((one) => root(one, lastKey, isNew));
    case '?':
      return lastKey !== null && METHODS.test(lastKey);
    default:
      return false;
  }
}

/** `window.base44`, for scripts outside of the bundle. */
export function isGlobalClient(term: Extract<Term, { t: 'get' }>): boolean {
  return term.key === 'base44' && term.of.t === 'global' && /^(?:window|globalThis|self)$/.test(term.of.name);
}

/** `m.mutate` of `const m = useMutation({ mutationFn })` runs `mutationFn`. */
export function mutationOf({ of, key }: Extract<Term, { t: 'get' }>): Term | null {
  if ((key !== 'mutate' && key !== 'mutateAsync') || of.t !== 'call') return null;
  const [options] = of.args;
  if (options?.t === 'function') return options;
  return options?.t === 'object' ? (options.props.find(([name]) => name === 'mutationFn')?.[1] ?? null) : null;
}

/** A module namespace or an imported object: its members may be helpers. */
function isFollowed(term: Term): boolean {
  return term.t === 'import';
}

/** An array literal, or what a parameter or import may hold: could be entity handles. Rows of a query are not. */
function isHandleList(term: Term): boolean {
  if (term.t === 'array')
    return term.items.some(
      (item) =>
        item.t === 'get' ||
        item.t === 'import' ||
        item.t === 'object' ||
        item.t === 'array' ||
        item.t === 'param' ||
        item.t === 'at',
    );
  return (
    term.t === 'param' ||
    term.t === 'import' ||
    (term.t === 'call' && term.callee.t === 'get' && /^(?:entries|values)$/.test(term.callee.key))
  );
}

/** A module of the app itself, or one of Base44's virtual modules. */
export function isOwn(from: string): boolean {
  return (
    /^(?:\.{0,2}\/|@\/|~\/|src\/|#)/.test(from) ||
    from === '.' ||
    from === '..' ||
    /^@(?:components|lib|api|hooks|utils|entities|functions|integrations)\//.test(from)
  );
}
