import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant: the closest one, where no more than a third of the letters differ and no other
 * known word is as close. Letter case and separators do not count.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plain(word);
  const ranked = [...new Set(known)]
    .map((candidate) => ({ candidate, far: distance(wanted, plain(candidate)) }))
    .sort((one, two) => one.far - two.far);
  const [first, second] = ranked;
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  if (!first || first.far > limit || first.far >= wanted.length || first.far === second?.far) return undefined;
  return first.candidate;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_$-]/g, '');
}
