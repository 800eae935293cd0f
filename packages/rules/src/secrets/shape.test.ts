import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noise } from '../testing/secrets.js';
import { looksRandom } from './shape.js';

describe('looksRandom', () => {
  test('holds for nearly all random keys of each usual kind', () => {
    for (const [length, alphabet] of [
      [32, 'hex'],
      [64, 'hex'],
      [24, 'base62'],
      [32, 'base36'],
      [40, 'base62'],
      [64, 'base62'],
    ] as const) {
      const seen = Array.from({ length: 400 }, (_, seed) => noise(length, alphabet, seed + 1)).filter(looksRandom);
      // Text of small letters only holds readable runs now and then.
      expect(seen.length / 400).toBeGreaterThanOrEqual(alphabet === 'base36' ? 0.9 : 0.95);
    }
  });

  test('never holds for words put together', () => {
    const word = fc.constantFrom(
      'dashboard',
      'filters',
      'Customer',
      'Orders',
      'settings',
      'cache',
      'NOTIFICATION',
      'weekly',
      'by',
      'id',
    );
    const version = fc.constantFrom('', 'v2', '2024', 'v12');
    const joiner = fc.constantFrom('_', '-', '.', '/');
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), version, joiner, (words, last, by) => {
        expect(looksRandom([...words, last].join(by))).toBe(false);
        const capitalised = words
          .filter((one) => one.length > 2)
          .map((one) => one[0]!.toUpperCase() + one.slice(1).toLowerCase());
        expect(looksRandom([...capitalised, last].join(''))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['UUID', '0b9d3c4e-5f60-4718-a293-b4c5d6e7f809'],
    ['record id', '6650f1c2a9b3d4e5f6071829'],
    ['integrity hash', `sha384-${noise(64)}`],
    ['address', 'https://cdn.example.net/a1B2c3D4e5F6g7H8i9J0'],
    ['alphabet', '0123456789ABCDEFGHJKMNPQRSTVWXYZ'],
    ['file name', 'a1B2c3D4e5F6g7H8i9J0k1L2.png'],
    ['number', '12345678901234567890123456789012'],
    ['short text', 'a1B2c3D4'],
    ['client id', '1234567890-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6.apps.googleusercontent.com'],
  ])('does not hold for a %s', (_, value) => expect(looksRandom(value)).toBe(false));
});
