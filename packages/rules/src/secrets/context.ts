import { wordsOf, type StringFact } from '@base44-lint/model';
import { isBase44Key } from './base44-key.js';
import { namesAccessCode, namesCredentialHeader, namesPassword, namesSecret, variableName } from './names.js';
import { hasOwnFormat } from './own-format.js';
import { isChosenPassword, isState, isTextKey } from './password.js';
import { isPlaceholder } from './placeholder.js';
import { isOverridable, presetOf } from './preset.js';
import { looksRandom } from './shape.js';
import type { Detection } from './types.js';

/** A secret known by what its literal is given to, compared with, or stands in for. */
export interface ContextDetection extends Detection {
  /** Compared with something that a user or caller sends. */
  readonly compared?: true;
  /** Stands in for this environment variable where it is not set. */
  readonly fallbackFor?: string;
  /** Only the value to start from: another one may take its place at run time. */
  readonly overridable?: true;
}

/** What the surroundings of a string literal say about it; null for anything but a secret. */
export function detectByContext(fact: StringFact, text: string): ContextDetection | null {
  const { value } = fact;
  if (value.length > 512 || hasOwnFormat(value)) return null;
  const found =
    platformKey(fact, text) ??
    fallback(fact, text) ??
    compared(fact, text) ??
    preset(fact, text) ??
    header(fact, text) ??
    named(fact);
  return found && !isPlaceholder(found.value) && !hasOwnFormat(found.value) ? found : null;
}

function detection(fact: StringFact, value: string, more: Omit<ContextDetection, 'span' | 'value'>): ContextDetection {
  const inset = fact.value === value ? 1 : fact.value.indexOf(value) + 1;
  return { span: { start: fact.start + inset, end: fact.start + inset + value.length }, value, ...more };
}

/** A key of Base44's own API. */
function platformKey(fact: StringFact, text: string): ContextDetection | null {
  if (!isBase44Key(fact, text)) return null;
  return detection(fact, fact.value, { label: 'Base44 API key', weight: 'live', variable: 'BASE44_API_KEY' });
}

/** A password or PIN that is preset and that no comparison shows. */
function preset(fact: StringFact, text: string): ContextDetection | null {
  const found = presetOf(fact, text);
  if (!found) return null;
  const { name, overridable } = found;
  return detection(fact, fact.value, {
    label: passwordLabel(name),
    weight: isDemo(fact, name) ? 'demo' : overridable ? 'password' : 'named',
    variable: variableName(name),
    ...(overridable && { overridable }),
  });
}

/** `input.password === 'letmein1'`, directly or through a constant. */
function compared(fact: StringFact, text: string): ContextDetection | null {
  if (fact.use === 'compared') {
    const asked = fact.against?.includes('headers.get()') ? headerBefore(text, fact.start) : fact.name;
    return opensCheck(asked, fact.value)
      ? detection(fact, fact.value, {
          label: passwordLabel(asked),
          weight: isHandshake(text, fact.start) ? 'handshake' : 'password',
          compared: true,
          ...(isOverridable(fact, text) && { overridable: true }),
        })
      : null;
  }
  if (fact.use !== 'assigned' || fact.name === null || !/^\w+$/.test(fact.name)) return null;
  if (!opensCheck(fact.name, fact.value) || !isComparedConstant(fact.name, text)) return null;
  return detection(fact, fact.value, {
    label: passwordLabel(fact.name),
    weight: 'password',
    compared: true,
    ...(isOverridable(fact, text) && { overridable: true }),
  });
}

/** Meta's webhooks ask once for a word that was agreed on; it protects no request that follows. */
function isHandshake(text: string, at: number): boolean {
  return text.slice(Math.max(0, at - 600), at).includes('hub.verify_token');
}

function passwordLabel(name: string | null): string {
  return namesPassword(name) ? 'password' : 'access code';
}

/** `x === NAME` or `NAME === x`, where the other side is something that comes in and no constant. */
function isComparedConstant(name: string, text: string): boolean {
  return new RegExp(`[!=]==?\\s*${name}\\b(?!\\s*\\()|(?<![.\\w])${name}\\s*[!=]==?\\s*[a-z]`).test(text);
}

/** Whether a comparison with this value is a check that the value opens. */
function opensCheck(name: string | null, value: string): boolean {
  if (isState(value) || /\s/.test(value) || isTextKey(value)) return false;
  if (namesPassword(name)) return value.length >= 4;
  if (namesAccessCode(name)) return value.length >= 4 && /\d/.test(value) && !/^[A-Z][a-z]+\d$/.test(value);
  if (!namesSecret(name)) return false;
  const last = wordsOf(name ?? '').at(-1);
  if (last === 'secret') return value.length >= 6;
  return last === 'token' && value.length >= 12 && /\d/.test(value) && /[a-z]/i.test(value);
}

const environment =
  /(?:(?:Deno\.env\.get|secrets\.get)\(\s*['"`]([A-Za-z_]\w*)['"`]\s*\)|(?:process\.env|import\.meta\.env)\??\.([A-Za-z_]\w*))\s*(?:\)\s*)?(?:\|\||\?\?)\s*$/;

/** `Deno.env.get('CRON_SECRET') || 'cron-2024'`. */
function fallback(fact: StringFact, text: string): ContextDetection | null {
  if (!/[|?]\s*$/.test(text.slice(Math.max(0, fact.start - 20), fact.start))) return null;
  const match = environment.exec(text.slice(Math.max(0, fact.start - 200), fact.start));
  const variable = match?.[1] ?? match?.[2];
  if (variable === undefined || !namesSecret(variable)) return null;
  if (fact.value.length < 6 || /\s/.test(fact.value) || isState(fact.value)) return null;
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
  const value = /^(?:bearer|basic|token|apikey|api-key|key)[\s=:]+([^\s=:]\S*)$/i.exec(fact.value)?.[1] ?? fact.value;
  const isBasic = /^basic\s/i.test(fact.value) && Buffer.from(value, 'base64').toString('latin1').includes(':');
  if (!isBasic && !looksRandom(value)) return null;
  const variable = variableName(/^authorization$/i.test(name) ? 'API_TOKEN' : name.replace(/^x-/i, ''));
  const label = 'key in a request header';
  return detection(fact, value, { label, weight: 'named', variable });
}

/** A random-looking value of something that is named like a secret. */
function named(fact: StringFact): ContextDetection | null {
  const { name, value, use } = fact;
  if (use === 'compared' || use === 'other') return null;
  const given = use === 'argument' ? setterName(fact.against) : name;
  if (given === null) return null;
  if (namesSecret(given) && looksRandom(value)) {
    // Google's browser keys are weighed by their surroundings, a mangled one as well.
    const isGoogle = value.startsWith('AIza');
    return detection(fact, value, {
      label: isGoogle ? 'Google API key' : labelFor(given),
      weight: isGoogle || use === 'attribute' ? 'browser' : 'named',
      variable: variableName(given),
    });
  }
  if (use !== 'argument' && use !== 'attribute' && namesPassword(given) && isChosenPassword(value)) {
    return detection(fact, value, {
      label: 'password',
      weight: isDemo(fact, given) ? 'demo' : 'named',
      variable: variableName(given),
    });
  }
  return null;
}

/** Said to be for show, or sent to see a request refused. */
function isDemo({ against, value }: StringFact, name: string): boolean {
  return /demo|test|guest|sample|trial|probe|invalid|wrong/i.test(`${name} ${against ?? ''} ${value}`);
}

/** `setApiKey('…')` and the like: the callee's name without its verb. */
function setterName(callee: string | undefined): string | null {
  return /(?:^|\.)(?:set|use|with|add|init)([A-Z]\w*)(?:\(\))?#0$/.exec(callee ?? '')?.[1] ?? null;
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
