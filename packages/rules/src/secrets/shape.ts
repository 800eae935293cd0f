/**
 * True for text that looks drawn at random: at least 20 characters of letters and digits, or 32 hexadecimal digits,
 * that are neither words put together nor an identifier with a well-known shape (UUID, record id).
 */
export function looksRandom(value: string): boolean {
  if (isPublicShape(value)) return false;
  if (/^[0-9a-f]+$/i.test(value)) return value.length >= 32 && entropy(value) >= 3;
  if (value.length < 20 || !/^[\w+/=.~-]+$/.test(value)) return false;
  const digits = value.replace(/\D/g, '').length;
  if (digits < 1 || !/[A-Z]/i.test(value) || digits > value.length * 0.8) return false;
  if (isSeparatedWords(value)) return false;
  // One digit is not much: names end in one. Then the letters must change case all the time, as only random text does.
  const minimum = digits === 1 ? value.length / 4 : 4;
  return entropy(value) >= 3.5 && wordShare(value) < 0.4 && switches(value) >= minimum;
}

/** Shapes that identify without giving access: UUID, 24-digit record ids, versions, dates, addresses, paths, alphabets. */
function isPublicShape(value: string): boolean {
  return (
    /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(value) ||
    /^[0-9a-f]{24}$/i.test(value) ||
    /^sha(?:1|256|384|512)-/.test(value) ||
    /^[a-z]+:\/\/|^data:|^\.{0,2}\//i.test(value) ||
    /\.(?:apps\.googleusercontent\.com|com|net|org|io|app|png|jpe?g|svg|webp|mp[34]|pdf|js|css|json|html)$/i.test(
      value,
    ) ||
    /abcdefghij|0123456789|hjkmnpqrst|qwertyuiop/i.test(value)
  );
}

/** `orders_by-customer.v2`: each part is a readable word, a number or a version. */
function isSeparatedWords(value: string): boolean {
  const parts = value.split(/[_.\-/]+/).filter(Boolean);
  return (
    parts.length > 1 &&
    parts.every((part) => /^[a-z]?\d{1,4}$/i.test(part) || (/^[A-Z]+\d?$/i.test(part) && isReadable(part)))
  );
}

function isReadable(text: string): boolean {
  return /[aeiouy]/i.test(text) && !/[^aeiouy\d]{4}/i.test(text);
}

/** Shannon entropy in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / text.length) * Math.log2(count / text.length);
  return sum;
}

/** Share of the text that stands in runs which can be read: five letters or more, vowels never far apart. */
function wordShare(text: string): number {
  const runs = text.replace(/v\d{1,4}$/, '').match(/[A-Z]?[a-z]{4,}|[A-Z]{5,}/g) ?? [];
  const words = runs.filter((run) => run.length >= 5 && isReadable(run));
  return words.join('').length / text.length;
}

/** How often the text changes between digits, small and capital letters. */
function switches(text: string): number {
  const kinds = [...text].map((char) =>
    /\d/.test(char) ? 'd' : /[a-z]/.test(char) ? 'l' : /[A-Z]/.test(char) ? 'u' : '',
  );
  return kinds.filter((kind, index) => index > 0 && kind !== '' && kinds[index - 1] !== '' && kind !== kinds[index - 1])
    .length;
}
