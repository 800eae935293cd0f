import { wordsOf } from '@base44-lint/model';

/** What a value under a key of the storage opens. */
export type Kind = 'password' | 'token' | 'key' | 'invite';

/** Words beside `token` which say that it opens nothing: it is a counter, names a device, or guards a form. */
const harmless = new Set(
  `csrf xsrf fcm push device apns notification count counts counter expiry expires expiration expired usage used limit limits budget design theme color
  symbol crypto balance price search filter page cursor tour onboarding public publishable site map mapbox type name mint`.split(
    /\s+/,
  ),
);
const invitations = new Set('invite invitation invitations signup join referral share pending claim magic'.split(' '));

/** What a storage key says about its value; null where it speaks of nothing that opens something. */
export function kindOfKey(key: string): Kind | null {
  // The SDK and the platform's template keep the session under these names; no app decides about them.
  if (/^base44[_-]|^_?base44/i.test(key)) return null;
  const words = wordsOf(key);
  const last = words.at(-1) ?? '';
  if (words.some((word) => harmless.has(word))) return null;
  if (/^(?:password|passwd|passcode|passphrase|pwd)$/.test(last)) return 'password';
  if (last === 'token' || last === 'jwt' || last === 'tokens')
    return words.some((word) => invitations.has(word)) ? 'invite' : 'token';
  const isKey =
    last === 'apikey' ||
    last === 'secret' ||
    (last === 'key' && /^(?:api|secret|private|access)$/.test(words.at(-2) ?? ''));
  return isKey ? 'key' : null;
}
