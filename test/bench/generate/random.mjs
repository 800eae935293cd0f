/**
 * Random choices that repeat exactly with the same seed, on every machine (mulberry32).
 *
 * @typedef {object} Random
 * @property {(count: number) => number} below a whole number from 0 to count - 1.
 * @property {(share: number) => boolean} chance true in this share of all calls.
 * @property {<T>(items: readonly T[]) => T} pick
 * @property {<T>(weights: readonly (readonly [number, T])[]) => T} weighted an item in proportion to its weight.
 *
 * @param {number} seed
 * @returns {Random}
 */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    below,
    chance: (share) => next() < share,
    pick: (items) => items[below(items.length)],
    weighted(weights) {
      let rest = next() * weights.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of weights) if ((rest -= weight) < 0) return item;
      return weights[weights.length - 1][1];
    },
  };
}
