import { wordsOf, type StringFact } from '@base44-lint/model';
import { namesAccessCode, namesPassword } from './names.js';
import { isChosenPassword } from './password.js';

/** A password or PIN that the code presets, with what it is called there. */
export interface Preset {
  readonly name: string;
  /** Whether another value may take its place at run time. */
  readonly overridable: boolean;
}

/**
 * Passwords and PINs that no comparison with a password shows: `settings.adminPin || '4711'`, `useState('4711')`, `{ admin_pin: '4711' }`,
 * `hashPassword('Winter!2024')`. Null for everything else.
 */
export function presetOf(fact: StringFact, text: string): Preset | null {
  const { value, use } = fact;
  if (use === 'attribute' || use === 'header' || !(isPin(value) || isChosenPassword(value) || isOfUser(fact)))
    return null;
  const stateOrFallback = fallbackName(text, fact.start) ?? stateName(fact, text);
  if (stateOrFallback !== null) return opens(stateOrFallback) ? { name: stateOrFallback, overridable: true } : null;
  if (use === 'compared') return null;
  if (use === 'argument') return isHashed(fact.against) ? { name: 'password', overridable: false } : null;
  if (fact.name === null || !(isPin(value) || isOfUser(fact)) || !namesPin(fact.name) || isAddress(fact.against))
    return null;
  return { name: fact.name, overridable: isOverridable(fact, text) };
}

/** True where the literal is only the value to start from: `let pin = '…'`, `x.pin || '…'`, `useState('…')`, `(pin = '…')`. */
export function isOverridable(fact: StringFact, text: string): boolean {
  const before = lineBefore(text, fact.start);
  return (
    fact.use === 'default' ||
    /\buseState#0$/.test(fact.against ?? '') ||
    /(?:\|\||\?\?)\s*$/.test(before) ||
    /\b(?:let|var)\s+\w+\s*(?::\s*\w+\s*)?=\s*$/.test(before)
  );
}

/** Four to eight digits that are not all the same, which is how masks and empty forms look. */
function isPin(value: string): boolean {
  return /^\d{4,8}$/.test(value) && new Set(value).size > 1;
}

/** In a list of users even `1111` is somebody's PIN; only zeros stay a mask. */
function isOfUser({ value, use, against }: StringFact): boolean {
  return (
    use === 'property' &&
    /^\d{4,8}$/.test(value) &&
    !/^0+$/.test(value) &&
    /\b(?:role|email|username|full_?name)\b/i.test(against ?? '')
  );
}

function opens(name: string): boolean {
  return namesPassword(name) || namesPin(name);
}

/** `pin`, `admin_pin`, `accessCode`; not `pinCode`, which is a postal code in some countries. */
function namesPin(name: string): boolean {
  return /pin|code/i.test(name) && namesAccessCode(name) && /^(?:pin|code)$/.test(wordsOf(name).at(-1) ?? '');
}

/** Siblings that make a `pin` a postal code. */
function isAddress(holder: string | undefined): boolean {
  return /\b(?:city|state|street|address|country|district)\b/i.test(holder ?? '');
}

/** The last name on the left of `||` or `??`. */
function fallbackName(text: string, at: number): string | null {
  return /(?<![\w$])([A-Z_$][\w$]*)(?:\(\)|['"]?\])?\s*(?:\|\||\?\?)\s*$/i.exec(lineBefore(text, at))?.[1] ?? null;
}

/** The state variable of `const [pin, setPin] = useState('4711')`. */
function stateName({ against, start }: StringFact, text: string): string | null {
  if (!/\buseState#0$/.test(against ?? '')) return null;
  return /\[\s*(\w+)\s*,[^\]]*\]\s*=\s*[\w.]*useState(?:<[^>]*>)?\(\s*$/.exec(lineBefore(text, start))?.[1] ?? null;
}

/** `hashPassword#0`, `bcrypt.hash#0`, `verifyPin#0`. */
function isHashed(callee: string | undefined): boolean {
  const [, path, index] = /^(.*)#(\d)$/.exec(callee ?? '') ?? [];
  if (path === undefined || index !== '0') return false;
  if (/(?:^|\.)(?:bcrypt|bcryptjs|argon2|scrypt)\.(?:hash|hashSync|compare|verify)$/i.test(path)) return true;
  const words = wordsOf(path.split('.').at(-1) ?? '');
  return (
    words.some((word) => /^(?:hash|encrypt|verify|check)$/.test(word)) &&
    words.some((word) => /^(?:password|passwd|pwd|passcode|pin)$/.test(word))
  );
}

function lineBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - 160), at);
}
