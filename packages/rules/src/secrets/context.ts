import { wordsOf, type StringFact } from '@base44-lint/model';
import { namesAccessCode, namesCredentialHeader, namesPassword, namesSecret, variableName } from './names.js';
import { isPlaceholder } from './placeholder.js';
import { looksRandom } from './shape.js';
import type { Detection } from './types.js';

/** A secret known by what its literal is given to, compared with, or stands in for. */
export interface ContextDetection extends Detection {
  /** Compared with something that a user or caller sends. */
  readonly compared?: true;
  /** Stands in for this environment variable where it is not set. */
  readonly fallbackFor?: string;
}

/** Values whose own format tells what they are, be it a secret or public: tokens, keys and ids of Google, Stripe, Mapbox … */
const ownFormat =
  /^(?:eyJ[\w-]+\.eyJ|AIza|pk_(?:live|test)_|sb_publishable_|pk\.eyJ|rzp_(?:live|test)_|phc_|price_|prod_|acct_|0x[0-9a-fA-F]{40}$|6L[a-f][\w-]{37}$)/;

/** What the surroundings of a string literal say about it; null for anything but a secret. */
export function detectByContext(fact: StringFact, text: string): ContextDetection | null {
  const { value } = fact;
  if (value.length > 512 || ownFormat.test(value)) return null;
  const found = fallback(fact, text) ?? compared(fact, text) ?? header(fact, text) ?? named(fact, text);
  return found && !isPlaceholder(found.value) && !ownFormat.test(found.value) ? found : null;
}

function detection(fact: StringFact, value: string, more: Omit<ContextDetection, 'span' | 'value'>): ContextDetection {
  const inset = fact.value === value ? 1 : fact.value.indexOf(value) + 1;
  return { span: { start: fact.start + inset, end: fact.start + inset + value.length }, value, ...more };
}

/** `input.password === 'letmein1'`, directly or through a constant. */
function compared(fact: StringFact, text: string): ContextDetection | null {
  if (fact.use === 'compared') {
    const asked = fact.against?.includes('headers.get()') ? headerBefore(text, fact.start) : fact.name;
    return opensCheck(asked, fact.value)
      ? detection(fact, fact.value, { label: passwordLabel(asked), weight: 'password', compared: true })
      : null;
  }
  if (fact.use !== 'assigned' || fact.name === null || !/^\w+$/.test(fact.name)) return null;
  if (!opensCheck(fact.name, fact.value) || !isComparedConstant(fact.name, text)) return null;
  return detection(fact, fact.value, { label: passwordLabel(fact.name), weight: 'password', compared: true });
}

function passwordLabel(name: string | null): string {
  return namesPassword(name) ? 'password' : 'access code';
}

/** `x === NAME` or `NAME === x`, where the other side is something that comes in and no constant. */
function isComparedConstant(name: string, text: string): boolean {
  return new RegExp(`[!=]==?\\s*${name}\\b(?!\\s*\\()|(?<![.\\w])${name}\\s*[!=]==?\\s*[a-z]`).test(text);
}

const states =
  /^(?:weak|fair|medium|good|strong|password|passwd|text|hidden|visible|required|optional|none|null|undefined|true|false|valid|invalid|empty|enabled|disabled|success|error|reset|forgot|change|set|unset|bearer|basic|admin|user|string|object|number|function|saved|pending|expired|active|inactive|change_?password|reset_?password|new_?password|update_?password|current_?password)$/i;

/** Whether a comparison with this value is a check that the value opens. */
function opensCheck(name: string | null, value: string): boolean {
  if (states.test(value) || /\s/.test(value) || isTextKey(value)) return false;
  if (namesPassword(name)) return value.length >= 4;
  if (namesAccessCode(name)) return value.length >= 4 && /[0-9]/.test(value) && !/^[A-Z][a-z]+[0-9]$/.test(value);
  if (!namesSecret(name)) return false;
  const last = wordsOf(name ?? '').at(-1);
  if (last === 'secret') return value.length >= 6;
  return last === 'token' && value.length >= 12 && /[0-9]/.test(value) && /[a-z]/i.test(value);
}

/** Dotted keys, routes, selectors and file names. */
function isTextKey(value: string): boolean {
  return /^[./#?]|^[a-z][\w]*(?:\.[a-z][\w]*)+$|^\w+:\w+(?::\w+)*$|^\^|^https?:/i.test(value);
}

const environment =
  /(?:(?:Deno\.env\.get|secrets\.get)\(\s*['"`]([A-Za-z_]\w*)['"`]\s*\)|(?:process\.env|import\.meta\.env)\??\.([A-Za-z_]\w*))\s*\)?\s*(?:\|\||\?\?)\s*$/;

/** `Deno.env.get('CRON_SECRET') || 'cron-2024'`. */
function fallback(fact: StringFact, text: string): ContextDetection | null {
  if (!/[|?]\s*$/.test(text.slice(Math.max(0, fact.start - 20), fact.start))) return null;
  const match = environment.exec(text.slice(Math.max(0, fact.start - 200), fact.start));
  const variable = match?.[1] ?? match?.[2];
  if (variable === undefined || !namesSecret(variable)) return null;
  if (fact.value.length < 6 || /\s/.test(fact.value) || states.test(fact.value)) return null;
  return detection(fact, fact.value, {
    label: `fallback of ${variable}`,
    weight: 'named',
    variable,
    fallbackFor: variable,
  });
}

/** `Authorization: 'Bearer …'`, `headers.set('x-api-key', '…')`. */
function header(fact: StringFact, text: string): ContextDetection | null {
  const name =
    fact.use === 'argument' && /\.(?:set|append|setRequestHeader)#1$/.test(fact.against ?? '')
      ? argumentBefore(text, fact.start)
      : fact.name;
  if (name === null || !namesCredentialHeader(name)) return null;
  const value = /^(?:bearer|basic|token|apikey|api-key|key)[\s=:]+(\S+)$/i.exec(fact.value)?.[1] ?? fact.value;
  const isBasic = /^basic\s/i.test(fact.value) && Buffer.from(value, 'base64').toString('latin1').includes(':');
  if (!isBasic && !looksRandom(value)) return null;
  const variable = variableName(/^authorization$/i.test(name) ? 'API_TOKEN' : name.replace(/^x-/i, ''));
  const label = 'key in a request header';
  return detection(fact, value, { label, weight: 'named', variable });
}

/** A random-looking value of something that is named like a secret. */
function named(fact: StringFact, text: string): ContextDetection | null {
  const { name, value, use } = fact;
  if (use === 'compared' || use === 'other') return null;
  const given = use === 'argument' ? setterName(fact.against) : name;
  if (given === null) return null;
  if (namesSecret(given) && looksRandom(value)) {
    const isBase44 = /^api_?key$/i.test(given) && /base44\.(?:com|app)\/api\//.test(text);
    return detection(fact, value, {
      label: isBase44 ? 'Base44 API key' : labelFor(given),
      weight: use === 'attribute' ? 'browser' : 'named',
      variable: isBase44 ? 'BASE44_API_KEY' : variableName(given),
    });
  }
  if (use !== 'argument' && use !== 'attribute' && namesPassword(given) && isChosenPassword(value)) {
    const isDemo = /demo|test|guest|sample|trial/i.test(`${given} ${fact.against ?? ''} ${value}`);
    return detection(fact, value, {
      label: 'password',
      weight: isDemo ? 'demo' : 'named',
      variable: variableName(given),
    });
  }
  return null;
}

/** `setApiKey('…')` and the like: the callee's name without its verb. */
function setterName(callee: string | undefined): string | null {
  return /(?:^|\.)(?:set|use|with|add|init)([A-Z]\w*)(?:\(\))?#0$/.exec(callee ?? '')?.[1] ?? null;
}

/** A password that someone made up: letters with digits or signs. Texts, routes and autocomplete values are none. */
function isChosenPassword(value: string): boolean {
  return (
    value.length >= 6 &&
    value.length <= 64 &&
    !/\s/.test(value) &&
    !isTextKey(value) &&
    !states.test(value) &&
    /[A-Za-z]/.test(value) &&
    /[0-9!@#$%^&*]/.test(value) &&
    !/[/\\(){}[\]<>]/.test(value) &&
    !/^(?:new|current|old|confirm)[-_]/i.test(value)
  );
}

function labelFor(name: string): string {
  const last = wordsOf(name).at(-1);
  if (last === 'token') return 'token';
  if (last === 'secret') return 'secret';
  return last === 'key' || last === 'apikey' ? 'API key' : 'credential';
}

function headerBefore(text: string, at: number): string | null {
  return (
    /headers\.get\(\s*['"`]([\w-]+)['"`]\s*\)\s*[!=]==?\s*$/.exec(text.slice(Math.max(0, at - 120), at))?.[1] ?? null
  );
}

function argumentBefore(text: string, at: number): string | null {
  return /['"`]([\w-]+)['"`]\s*,\s*$/.exec(text.slice(Math.max(0, at - 120), at))?.[1] ?? null;
}
