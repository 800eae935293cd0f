import { expect, it } from 'vitest';
import * as catalog from './index.js';

/** All texts in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

it('holds no source that nothing cites', () => {
  const { sources, ...rest } = catalog;
  const cited = new Set(textsIn(rest));
  expect(Object.keys(sources).filter((key) => !cited.has(key))).toEqual([]);
});

it('names every source by an https address', () => {
  for (const { url } of Object.values(catalog.sources)) expect(new URL(url).protocol).toBe('https:');
});
