import { wordsOf } from '@base44-lint/model';

/** Words which say that a flag is about the interface or about telling somebody something. */
const interfaceWords = new Set(
  'redirect shown seen dismissed tab modal prompt prompted banner tour warning notice hint open expanded panel provider method sidebar view attempted pending'.split(
    ' ',
  ),
);
const passWords = new Set(
  'auth authed authenticated authorized authorised unlocked loggedin admin isadmin verified bypass bypassed superadmin'.split(
    ' ',
  ),
);

/** Whether a storage key is a flag that says "this person got past the check": `pinUnlocked`, `is_admin`, `adminAuth`. */
export function isPassFlag(key: string): boolean {
  const words = wordsOf(key);
  if (words.some((word) => interfaceWords.has(word))) return false;
  const [last = '', before = ''] = words.toReversed();
  return (
    passWords.has(last) ||
    (last === 'in' && before === 'logged') ||
    (last === 'access' && /^(?:admin|granted|has)$/.test(before))
  );
}
