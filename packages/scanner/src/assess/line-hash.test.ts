import { describe, expect, it } from 'vitest';
import { LineHashes } from './line-hash.js';

const hashesOf = (text: string): string[] => {
  const hashes = new LineHashes(text);
  return text.split(/\r\n|\r|\n/).map((_, index) => hashes.of(index + 1));
};

/** Values recorded from GitHub's upload action (`src/fingerprints.test.ts` of github/codeql-action). */
const greeting = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];

describe('line hashes equal those of the GitHub upload action', () => {
  it('for an empty file', () => {
    expect(hashesOf('')).toEqual(['c129715d7a2bc9a3:1']);
  });

  it('for short lines with blanks and tabs', () => {
    expect(hashesOf(' a\nb\n  \t\tc\n d')).toEqual([
      '271789c17abda88f:1',
      '54703d4cd895b18:1',
      '180aee12dab6264:1',
      'a23a3dc5e078b07b:1',
    ]);
  });

  it.each([
    ['line feeds', ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n'],
    ['carriage returns', ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r'],
    ['both', ' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n'],
    ['a mixture', ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n'],
  ])('for lines that end with %s', (_, text) => {
    expect(hashesOf(text)).toEqual(greeting);
  });

  it('for repeated lines, which are numbered', () => {
    expect(hashesOf('Lorem ipsum dolor sit amet.\n'.repeat(10))).toEqual([
      'a7f2ff13bc495cf2:1',
      'a7f2ff13bc495cf2:2',
      'a7f2ff13bc495cf2:3',
      'a7f2ff13bc495cf2:4',
      'a7f2ff13bc495cf2:5',
      'a7f2ff13bc495cf2:6',
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
      '55ec222b86bcae53:1',
      'cc97dc7b1d7d8f7b:1',
      'c129715d7a2bc9a3:1',
    ]);
  });
});
