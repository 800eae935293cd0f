import type { Zone } from '../app/types.js';
import { callerOf } from './caller.js';
import { executionOf } from './execution.js';
import type { CallFact, FileFacts, GuardFact, Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import type { Scoped } from './link.js';
import { isOnRecord } from './on-record.js';
import { outsideChain, type OutsideChain } from './outside-chain.js';
import { isRequester, serviceOfPackage, serviceOfUrl, type Service } from './services.js';
import { addsSent } from './sent.js';
import { children } from './term.js';
import { traitsOf } from './traits.js';
import type { OutsideCall } from './view.js';

/** Calls that leave the app for a service other than Base44: by `fetch` and the like, by a service's own package, by a raw socket. */
export function outsideOf(facts: FileFacts, zone: Zone, interpreter: Interpreter): OutsideCall[] {
  const found: OutsideCall[] = [];
  for (const call of facts.calls) {
    const target = targetOf(facts.file, call, interpreter);
    if (!target) continue;
    const site = { file: facts.file, call };
    const guards = call.guards.map((index) => facts.guards[index]).filter((guard) => guard !== undefined);
    found.push({
      file: facts.file,
      zone,
      span: { start: call.start, end: call.end },
      args: call.args,
      service: target.service?.name ?? null,
      kind: target.service?.kind ?? 'http',
      member: target.member,
      ownersKey: holdsKey(facts.file, call, target.made, interpreter),
      fromCaller: [
        ...(isCallersAddress(facts.file, target, interpreter) ? (['address'] as const) : []),
        ...sentOf(facts.file, target, guards, interpreter),
      ],
      ofUser: target.service?.kind === 'payment' && isOfUser(facts.file, call.args, interpreter),
      execution: executionOf(site, zone, interpreter),
      guards,
      caller: callerOf(site, zone, interpreter),
      result: call.result,
    });
  }
  return found;
}

interface Target {
  readonly service: Service | null;
  /** Dotted member of a package (`refunds.create`), or the HTTP method in capitals. */
  readonly member: string;
  /** The address, where the call names one. */
  readonly address: Term | null;
  /** What is sent. */
  readonly payload: readonly Term[];
  readonly made: readonly Term[];
}

function targetOf(file: string, call: CallFact, interpreter: Interpreter): Target | null {
  if (call.isNew) return null;
  const { callee } = call;
  if (isFetch(callee)) return request(file, call.args[0], call.args[1], interpreter);
  if (callee.t === 'get' && callee.of.t === 'global' && callee.of.name === 'Deno') return socket(callee.key, call);
  const chain = chainOf({ file, term: callee }, interpreter, 0);
  if (!chain) return null;
  if (isRequester(chain.from)) return requestBy(file, chain, call, interpreter);
  const member = chain.keys.join('.');
  if (chain.made.length === 0 && chain.keys.length < 2 && !/^(?:send|messages)/i.test(member)) return null;
  if (member === '' || LOCAL.test(member)) return null;
  const service = serviceOfPackage(chain.from);
  const isMailbox = service?.name === 'Google' && /^users\.(?:messages|threads)/.test(member);
  return {
    service: isMailbox ? { name: 'Gmail', kind: member.endsWith('.send') ? 'mail' : 'mailbox' } : service,
    member,
    address: null,
    payload: call.args,
    made: chain.made,
  };
}

/** Members of service packages that send nothing. */
const LOCAL =
  /^(?:default\.)?(?:webhooks\.|createTransport|setApiKey|auth\.|set[A-Z]|on$|once$|close$|logout$|disconnect$|create[A-Z]\w*$|get[A-Z]\w*Model$|verify$|toString$)/;

function isFetch(callee: Term): boolean {
  if (callee.t === 'global') return callee.name === 'fetch';
  return (
    callee.t === 'get' &&
    callee.key === 'fetch' &&
    callee.of.t === 'global' &&
    /^(?:window|globalThis|self)$/.test(callee.of.name)
  );
}

function request(file: string, url: Term | undefined, init: Term | undefined, interpreter: Interpreter): Target | null {
  if (!url) return null;
  const service = serviceAt({ file, term: url }, interpreter);
  if (service === 'own') return null;
  return {
    service,
    member: methodIn(init),
    address: url,
    payload: [member(init, 'body')].filter((term) => term !== null),
    made: [],
  };
}

/** `axios.post(url, data)`, `axios({ url, data })`, `got(url)`. */
function requestBy(file: string, chain: OutsideChain, call: CallFact, interpreter: Interpreter): Target | null {
  const [first, second] = call.args;
  const method = chain.keys.filter((key) => key !== 'default').at(-1) ?? null;
  if (method === 'create' || method === 'isAxiosError') return null;
  const options = first?.t === 'object' ? first : second;
  const url = first?.t === 'object' ? (member(first, 'url') ?? undefined) : first;
  const target = request(file, url, options, interpreter);
  if (!target) return null;
  const sent = /^(?:post|put|patch)$/.test(method ?? '')
    ? second
    : (member(options, 'data') ?? member(options, 'json'));
  return {
    ...target,
    member: method === null || method === 'request' ? methodIn(options) : method.toUpperCase(),
    payload: sent ? [sent] : target.payload,
    made: chain.made,
  };
}

/** A raw connection: the port says what is spoken. */
function socket(key: string, call: CallFact): Target | null {
  if (key !== 'connect' && key !== 'connectTls') return null;
  const port = member(call.args[0], 'port');
  const number = port?.t === 'literal' ? Number(port.value) : null;
  const service: Service | null =
    number === 993 || number === 143 || number === 995 || number === 110
      ? { name: 'a mailbox', kind: 'mailbox' }
      : number === 465 || number === 587 || number === 25
        ? { name: 'a mail server', kind: 'mail' }
        : null;
  return { service, member: key, address: member(call.args[0], 'hostname'), payload: [], made: [] };
}

/** A client of a service that came in as a parameter counts as the one that callers pass. */
function chainOf({ file, term }: Scoped, interpreter: Interpreter, depth: number): OutsideChain | null {
  const chain = outsideChain(term);
  if (chain || depth > 3) return chain;
  if (term.t === 'get') {
    const owner = chainOf({ file, term: term.of }, interpreter, depth + 1);
    return owner && { ...owner, keys: [...owner.keys, term.key] };
  }
  if (term.t === 'param') {
    for (const passed of interpreter.passedTo({ file, term })) {
      const handed = chainOf(passed, interpreter, depth + 1);
      if (handed) return handed;
    }
    return null;
  }
  if (term.t !== 'call') return null;
  for (const returned of interpreter.returnedBy({ file, term: term.callee })) {
    const made = chainOf(returned, interpreter, depth + 1);
    if (made && made.made.length > 0) return made;
  }
  return null;
}

/** The service that an address leads to; null where the code does not say. */
function serviceAt(scoped: Scoped, interpreter: Interpreter, depth = 0): Service | 'own' | null {
  if (depth > 5) return null;
  const { file, term } = scoped;
  const next = (one: Term) => serviceAt({ file, term: one }, interpreter, depth + 1);
  switch (term.t) {
    case 'literal':
      return typeof term.value === 'string'
        ? (serviceOfUrl(term.value) ?? (term.value.startsWith('/') ? 'own' : null))
        : null;
    case 'template': {
      const [head, ...rest] = term.parts;
      if (head?.t !== 'literal') {
        const found = head ? next(head) : null;
        return found === 'own' && head && head.t !== 'get' ? 'own' : found;
      }
      const tail = rest.find((part) => part.t === 'literal');
      const text = String(head.value) + (rest.length > 0 ? `x${tail?.t === 'literal' ? String(tail.value) : ''}` : '');
      // `https://${domain}/…`: the host itself is not known.
      if (/^https?:\/\/$/i.test(String(head.value))) return null;
      return serviceOfUrl(text) ?? (text.startsWith('/') ? 'own' : null);
    }
    case 'any':
      return firstOf(term.of.map(next));
    case 'call':
      if (term.isNew || (term.callee.t === 'get' && term.callee.key === 'toString')) {
        const of = term.isNew ? term.args[0] : term.callee.t === 'get' ? term.callee.of : undefined;
        return of ? next(of) : null;
      }
      return firstOf(
        interpreter.returnedBy({ file, term: term.callee }).map((one) => serviceAt(one, interpreter, depth + 1)),
      );
    case 'param':
      return firstOf(interpreter.passedTo(scoped).map((one) => serviceAt(one, interpreter, depth + 1)));
    case 'get':
    case 'import': {
      if (term.t === 'get' && (term.key === 'href' || term.key === 'url')) {
        const of = next(term.of);
        if (of) return of;
      }
      const passed = interpreter.passedTo(scoped);
      const values = passed.length > 0 ? passed : interpreter.valuesOf(scoped).of;
      return firstOf(values.map((one) => serviceAt(one, interpreter, depth + 1)));
    }
    default:
      return null;
  }
}

function firstOf(found: readonly (Service | 'own' | null)[]): Service | 'own' | null {
  return found.find((one) => one !== null && one !== 'own') ?? found.find((one) => one !== null) ?? null;
}

/**
 * Whether a key or account of the app's owner goes along: a value of the environment, or a connector of the app, in a
 * header, in the address or in what the client was made with. Keys that belong to the caller are none of the owner's.
 */
function holdsKey(file: string, call: CallFact, made: readonly Term[], interpreter: Interpreter): boolean {
  const carriers = call.args.flatMap((term, index) => {
    const headers = member(term, 'headers');
    if (headers)
      return headers.t === 'object' ? [...headers.props.map(([, value]) => value), ...headers.spreads] : [headers];
    return index === 0 || made.length > 0 || call.args.length === 1 ? [term] : [];
  });
  const sent = member(call.args[1], 'body');
  return (
    [...carriers, ...made, ...(sent ? valuesNamed({ file, term: sent }, CREDENTIAL, interpreter) : [])].some((term) => {
      const traits = traitsOf({ file, term }, interpreter);
      const isCallersOwn = traits.has('me') && traits.has('row');
      return (traits.has('account') || traits.has('env')) && !isCallersOwn;
    }) || made.some((term) => isStoredKey({ file, term }, interpreter))
  );
}

/** A client made with a key that lies in a record, and not in one of the signed-in user. */
function isStoredKey(scoped: Scoped, interpreter: Interpreter): boolean {
  const traits = traitsOf(scoped, interpreter);
  return traits.has('row') && traits.has('token') && !traits.has('me');
}

const CREDENTIAL = /key|secret|token|password|username|client_id|auth/i;

/** Of a payment, and of what goes into a calendar or a sheet, everything that is sent decides, whatever its name. */
function sentOf(
  file: string,
  { payload, service }: Target,
  guards: readonly GuardFact[],
  interpreter: Interpreter,
): OutsideCall['fromCaller'] {
  const sent = sentByCaller(file, payload, guards, interpreter);
  const decides =
    (service?.kind === 'payment' || service?.kind === 'storage') &&
    payload.some((term) => traitsOf({ file, term }, interpreter).has('input'));
  return decides && !sent.includes('content') ? [...sent, 'content'] : sent;
}

/** The account that a payment call names is the signed-in user's own, or lies in a row that the user may see: `subscriptions.update(user.subscription_id, …)`. */
function isOfUser(file: string, args: readonly Term[], interpreter: Interpreter): boolean {
  const isUsers = (term: Term): boolean => {
    const traits = traitsOf({ file, term }, interpreter);
    // A row that the user's own client found is one that the rules show the user.
    return traits.has('visible') || (traits.has('me') && !traits.has('input'));
  };
  const [first] = args;
  const customers = args.map((one) => member(one, 'customer')).filter((one) => one !== null);
  return (first !== undefined && first.t !== 'object' && isUsers(first)) || customers.some(isUsers);
}

function isCallersAddress(file: string, { address, service }: Target, interpreter: Interpreter): boolean {
  return address !== null && service === null && isCallers({ file, term: address }, interpreter);
}

/** What of a message the caller decides: to whom it goes, what is in it, whole sentences of it. */
export function sentByCaller(
  file: string,
  payload: readonly Term[],
  guards: readonly GuardFact[],
  interpreter: Interpreter,
): readonly ('recipient' | 'content' | 'text' | 'event')[] {
  const recipients = payload.flatMap((term) => valuesNamed({ file, term }, RECIPIENT, interpreter));
  const contents = payload.flatMap((term) => valuesNamed({ file, term }, CONTENT, interpreter));
  const sends = contents.some((term) => isSent({ file, term }, interpreter));
  const told = recipients.some((term) => traitsOf({ file, term }, interpreter).has('event'));
  return [
    ...(told ? (['event'] as const) : []),
    ...(recipients.some(
      (term) => isCallers({ file, term }, interpreter) && !isOnRecord({ file, term }, guards, interpreter),
    )
      ? (['recipient'] as const)
      : []),
    ...(sends ? (['content'] as const) : []),
    ...(sends && contents.some((term) => holdsText({ file, term }, interpreter)) ? (['text'] as const) : []),
  ];
}

/** Members of a request that hold what people write, unlike names and numbers that fill a template. */
const TEXT =
  /^(?:text|html|body|message|content|subject|title|note|notes|description|comment|reason|prompt|question|query|input|messages|email_?body|caption|details|feedback)$/i;

function holdsText({ file, term }: Scoped, interpreter: Interpreter, depth = 0): boolean {
  if (depth > 8) return false;
  if (term.t === 'get' && TEXT.test(term.key) && isCallers({ file, term }, interpreter)) return true;
  if (term.t === 'param' || term.t === 'get') {
    const passed = interpreter.passedTo({ file, term }).slice(0, 6);
    // Callers in sight say better than a name, or than all that they hand over beside it, whether it is more than a template.
    if (passed.length > 0) return passed.some((one) => holdsText(one, interpreter, depth + 1));
  }
  if (term.t === 'param') {
    const name = interpreter.facts(file)?.functions[term.fn]?.params[term.index] ?? '';
    return TEXT.test(name) && isCallers({ file, term }, interpreter);
  }
  return children(term).some((child) => holdsText({ file, term: child }, interpreter, depth + 1));
}

const RECIPIENT =
  /^(?:to|recipients?|email|phone|number|chat_?id|personalizations|phone_?number|msisdn|mobile|bcc|cc|include_\w+|receiver)$/i;
const CONTENT =
  /^(?:text|html|body|message|messages|content|subject|template_?data|prompt|input|contents|system|file_urls?|images?|image_url|documents?)$/i;

/** Sent by the caller and neither looked up in a row, nor the signed-in user's, nor a setting. */
function isCallers(scoped: Scoped, interpreter: Interpreter): boolean {
  const traits = traitsOf(scoped, interpreter);
  const isTheirs = traits.has('input') && !traits.has('row') && !traits.has('me') && !traits.has('env');
  return isTheirs && addsSent(scoped, interpreter);
}

/** What rows hold that the request names is on record, not sent. */
function isSent(scoped: Scoped, interpreter: Interpreter): boolean {
  return traitsOf(scoped, interpreter).has('input') && addsSent(scoped, interpreter);
}

/**
 * Values under the names in what is sent, through `JSON.stringify`, `URLSearchParams` and nested objects, and those that a
 * helper of the file takes by these names (`{ raw: mime(to, subject, html) }`).
 */
function valuesNamed({ file, term }: Scoped, name: RegExp, interpreter: Interpreter, depth = 0): Term[] {
  if (depth > 5) return [];
  const next = (one: Term): Term[] => valuesNamed({ file, term: one }, name, interpreter, depth + 1);
  switch (term.t) {
    case 'object':
      return [
        ...term.props.flatMap(([key, value]) => (name.test(key) ? [value] : next(value))),
        ...term.spreads.flatMap(next),
      ];
    case 'array':
    case 'any':
      return (term.t === 'array' ? term.items : term.of).flatMap(next);
    case 'call': {
      const { callee } = term;
      const params = callee.t === 'function' ? interpreter.facts(file)?.functions[callee.fn]?.params : undefined;
      return term.args.flatMap((one, index) => (name.test(params?.[index] ?? '') ? [one] : next(one)));
    }
    default:
      return [];
  }
}

function methodIn(init: Term | undefined): string {
  const method = member(init, 'method');
  return method?.t === 'literal' && typeof method.value === 'string'
    ? method.value.toUpperCase()
    : method
      ? '?'
      : 'GET';
}

function member(of: Term | undefined, key: string): Term | null {
  return of?.t === 'object' ? (of.props.find(([name]) => name === key)?.[1] ?? null) : null;
}
