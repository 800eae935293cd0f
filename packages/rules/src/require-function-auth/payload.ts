import { childrenOf, type EntityCall, type Term } from '@base44-lint/model';
import { isProof, isValuableField } from './subjects.js';

/** Names of what a write sets: times, counters, logs and marks of what has happened. */
const TRACE =
  /(?:_at|At|_date|Date|_log|_history|_sent|_flag|_notified|_reminded|_count|Count|views|clicks|opens|impressions|_seen|_used|_run|_sync|rating|likes|downloads|shares)$|^(?:last_|viewed|opened|clicked|is_read|read$|total_(?:reviews|views|ratings))/;

/** Whether a write only notes when or how often something happened. */
export function onlyTraces(data: Term | undefined): boolean {
  return (
    data?.t === 'object' &&
    data.spreads.length === 0 &&
    data.props.length > 0 &&
    data.props.every(([name]) => TRACE.test(name))
  );
}

/** A one-time link or code: the row holds a secret that the function makes itself, and only its receiver learns it. */
export function isTicket(data: Term | undefined): boolean {
  return (
    data?.t === 'object' &&
    data.props.some(([name, value]) => /(?:token|code|otp|hash|nonce)$/i.test(name) && isRandom(value)) &&
    data.props.some(([name]) => /expires?|valid_?until|expiry|expiration/i.test(name)) &&
    !data.props.some(([name]) => isRight(name))
  );
}

function isRandom(value: Term, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  return (value.t === 'call' && isDice(value)) || childrenOf(value).some((one) => isRandom(one, depth + 1));
}

/** A hash is made in many steps. */
const MAX_DEPTH = 20;

/** An invitation that says what its receiver may do. */
const isRight = (name: string): boolean => /(?:^|_)role$|permission|is_admin/i.test(name);

/** `crypto.randomUUID()`, `Math.random()`, `nanoid()`, and a function of the file that needs nothing to make a value. */
function isDice({ callee, args }: Extract<Term, { t: 'call' }>): boolean {
  if (callee.t === 'function') return args.length === 0;
  const name = callee.t === 'get' ? callee.key : callee.t === 'import' || callee.t === 'global' ? callee.name : '';
  return /^(?:random\w*|getRandomValues|nanoid|uuid|v4)$/i.test(name);
}

/** The caller only names records; what the row says of them the function looks up or sets itself. */
export const isFilledIn = ({ data }: EntityCall): boolean => !data.direct || data.ids;

/** Whose the money or right is, or how much of it, is in the request itself. */
export const givesValue = ({ data }: EntityCall): boolean => data.sent.some((name) => name === '*' || GIVES.test(name));
const GIVES =
  /amount|balance|credit|total|price|points|coins|status|state|role|plan|tier|discount|percent|value|quantity|qty|limit|code|user|owner|customer|member|employee|partner|affiliate|email|(?:_id|[a-z]Id)$/i;

/** `{ owner_id: user.id }`, `{ members: [...row.members, user.email] }`: users give themselves what the row decides about. */
export function takesSeat({ args, data }: EntityCall): boolean {
  const [, written] = args;
  return (
    data.user &&
    written?.t === 'object' &&
    written.props.some(([name, value]) => SEAT.test(name) && value.t !== 'literal')
  );
}

const SEAT = /member|admin|owner|manager|moderator|editor|collaborator|participant|allowed|shared_with|^assigned_to/i;

/** Names of fields of money or rights that an update or a create sets from the request. */
export function writesValuable(call: EntityCall): boolean {
  const { method, args, data } = call;
  const written = args[method === 'create' ? 0 : 1];
  return (
    pays(call) ||
    (data.caller &&
      written?.t === 'object' &&
      written.props.some(([name, value]) => isValuableField(name) && value.t !== 'literal'))
  );
}

/** `{ payment_status: 'paid' }`: says that money has come in, or that somebody is who they say they are. */
export function pays({ method, args }: EntityCall): boolean {
  const written = args[method === 'create' ? 0 : 1];
  return (
    written?.t === 'object' &&
    written.props.some(([name, value]) => value.t === 'literal' && isProof(name, value.value))
  );
}

/** The request itself says what the row gives: all of it, a role, an address to sign in with, an amount. */
export const setsRights = ({ data }: EntityCall): boolean =>
  data.sent.some((name) => name === '*' || isValuableField(name) || /email|password|amount|status/i.test(name));
