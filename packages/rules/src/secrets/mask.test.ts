import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from './mask.js';

test('shows a provider prefix of at most four characters and nothing else', () => {
  expect(mask('sk_' + 'live_51H8a9b7c6d5e4f3')).toBe('sk_***');
  expect(mask('Winter!2024')).toBe('***');
  expect(mask('re_short')).toBe('***');
});

test('tells no two secrets of a kind apart', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom('', 'sk-', 'ghp_', 'AIza', 'eyJ'), (text, prefix) => {
      const shown = mask(prefix + text);
      expect(shown).toMatch(/^.{0,4}\*\*\*$/s);
      expect([
        '***',
        ...[
          'sk-',
          'sk_',
          'rk_',
          'ghp_',
          'gho_',
          'xox',
          'SG.',
          'AIza',
          'AKIA',
          'ASIA',
          're_',
          'eyJ',
          'npm_',
          'hf_',
          'gsk_',
        ].map((start) => `${start}***`),
      ]).toContain(shown);
    }),
  );
});
