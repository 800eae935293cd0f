import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { blocks } from '../testing/readiness-docs.js';

const page = readFileSync(new URL('../../../../docs/readiness.md', import.meta.url), 'utf8');

/** What stands between the two marks of a part. */
function part(name: string): string | undefined {
  const [begin, end] = [`<!-- begin ${name} -->\n\n`, `\n\n<!-- end ${name} -->`];
  const start = page.indexOf(begin);
  return start < 0 ? undefined : page.slice(start + begin.length, page.indexOf(end, start));
}

test.each(Object.entries(blocks))('the page says of %s what the catalogue and the reports say', (name, expected) => {
  expect(part(name)).toBe(expected());
});

it('has no other part that claims to be checked', () => {
  const named = [...page.matchAll(/<!-- begin (\S+) -->/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(blocks).sort());
});
