import { isPlaceholder } from './placeholder.js';
import { looksRandom } from './shape.js';
import type { Detection } from './types.js';

const connection =
  /(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|cloudinary|smtps?|ftps?|https?):\/\/[^\s:@/'"`${}<>]*:([^\s@/'"`${}<>]+)@([^\s/:'"`?,${}<>\\]+)/g;

/** What documentation writes in place of a password. */
const commonPasswords =
  /^(?:password|passwd|pass|pwd|secret|postgres|root|user|username|admin|guest|mysql|mongo|redis|test|token|key|abc)(?:\d*|[-_]?123\w*)$/i;

/** Passwords in connection strings, except those of the local machine. */
export function* connectionPasswords(text: string): Generator<Detection> {
  if (!text.includes('://')) return;
  for (const match of text.matchAll(connection)) {
    const [whole, password, host] = match as unknown as [string, string, string];
    if (isPlaceholder(password) || commonPasswords.test(password) || isLocal(host)) continue;
    const start = match.index + whole.lastIndexOf(`:${password}@`) + 1;
    yield {
      span: { start, end: start + password.length },
      value: password,
      label: 'password in a connection address',
      weight: 'live',
      variable: 'DATABASE_URL',
    };
  }
}

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.|0\.0\.0\.0|host|hostname|db|postgres|mysql|redis|mongo)$|^(?:127\.|10\.|192\.168\.)|example|12345|\.local$/i.test(
    host,
  );
}

const urlKey =
  /[?&](?:api[-_]?key|key|appid|app_key|access[-_]?token|auth[-_]?token|token|auth|secret|client_secret|signature|sig|password|apiToken)=([\w.~-]{16,})(?![\w.~%${-])/gi;

/** Keys given in the query of an address. Google's browser keys have a format of their own and are found by it. */
export function* urlKeys(text: string): Generator<Detection> {
  if (!text.includes('=')) return;
  for (const match of text.matchAll(urlKey)) {
    const value = match[1]!;
    if (!looksRandom(value)) continue;
    const end = match.index + match[0].length;
    yield { span: { start: end - value.length, end }, value, label: 'key in an address', weight: 'named' };
  }
}
