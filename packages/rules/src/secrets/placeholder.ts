/** Words by which people say that a value is to be filled in. */
const fillIn =
  /your|change[-_ ]?me|change[-_ ]?this|replace|placeholder|example|insert|enter[-_ ]|dummy|fake|sample|redacted|to[-_]?do|<[^<>]*>|\{\{|\$\{|\[[a-z]|\.\.\.|…|\*\*|••|x{4,}|_here|-here/i;

/** True for a value that stands where a real one belongs (`your-api-key`, `sk-...`, `<token>`, `xxxx`). */
export function isPlaceholder(value: string): boolean {
  return fillIn.test(value) || isMonotonous(value);
}

/** `000000`, `aaaaaaaa`, `1234567890`, `abcdefghij`: nobody was given such a key. */
function isMonotonous(value: string): boolean {
  const body = value.replace(/^[A-Z]{2,10}[-_.]/i, '').toLowerCase();
  if (body.length < 6) return false;
  if (new Set(body).size <= 2) return true;
  return /0123456789|1234567890|12345678|abcdefgh/.test(body) && steps(body) > body.length * 0.6;
}

/** How many characters follow the one before them in the alphabet or in the digits. */
function steps(text: string): number {
  let count = 0;
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) - text.charCodeAt(i - 1) === 1) count++;
  return count;
}
