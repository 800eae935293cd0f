import type { StringFact } from '@base44-lint/model';
import { looksRandom } from './shape.js';

/** A key of the platform's API that is handed to `createClient` of `@base44/sdk`, or sent to the platform's own address. */
export function isBase44Key(fact: StringFact, text: string): boolean {
  const { name, value, start } = fact;
  if (name === null || !looksRandom(value)) return false;
  if (isKeyName(name) && (isInCreateClient(text, start) || /base44\.(?:com|app)\/api\//.test(text))) return true;
  return fact.use === 'assigned' && /^\w+$/.test(name) && isHandedToCreateClient(name, text);
}

function isKeyName(name: string): boolean {
  return /^(?:x[-_])?api[-_]?key$/i.test(name);
}

const ofSdk = /['"](?:npm:)?@base44\/sdk/;
/** How far the options of a call reach at most, in characters. */
const reach = 1000;

function isInCreateClient(text: string, at: number): boolean {
  if (!ofSdk.test(text)) return false;
  const before = text.slice(Math.max(0, at - reach), at);
  const call = before.lastIndexOf('createClient(');
  return call >= 0 && !before.slice(call).includes(');');
}

function isHandedToCreateClient(name: string, text: string): boolean {
  if (!ofSdk.test(text) || !text.includes('createClient(')) return false;
  const given = new RegExp(`['"]?\\bapi[-_]?key['"]?\\s*:\\s*${name}\\b`, 'gi');
  return [...text.matchAll(given)].some(({ index }) => isInCreateClient(text, index));
}
