import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant: the closest one, where no more than a third of the letters differ and no other
 * known word is as close. Letter case and separators do not count.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plain(word);
  const ranked = [...new Set(known)]
    .map((candidate) => ({ candidate, far: apart(wanted, plain(candidate)) }))
    .sort((one, two) => one.far - two.far);
  const [first, second] = ranked;
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  if (!first || first.far > limit || first.far >= wanted.length || first.far === second?.far) return undefined;
  return first.candidate;
}

/** Edits between two words; two neighbouring letters in the wrong order are one slip. */
function apart(one: string, two: string): number {
  const at = [...one].findIndex((letter, index) => letter !== two[index]);
  const swapped = one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2);
  return at >= 0 && swapped === two ? 1 : distance(one, two);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_$-]/g, '');
}
