import { exitFramework, exitGroups, exitWeights } from '@base44-lint/catalog';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exitLines } from '../../report/terminal/exit.js';
import { Style } from '../../report/terminal/style.js';
import { exitInput, smallApp } from '../../testing/exit-input.js';
import { exitOf } from './index.js';

const page = readFileSync(new URL('../../../../../docs/exit.md', import.meta.url), 'utf8');
const plain = page.replace(/\s+/g, ' ');

test('the sample of the guide is what the command prints', async () => {
  const section = exitOf(await exitInput(smallApp));
  const lines = exitLines(section, { all: false, width: 110 }, new Style(false));
  const sample = /<!-- sample: generated -->\s*```text\n([\s\S]*?)```/.exec(page)?.[1];
  expect(sample).toBe(`${lines.join('\n')}\n`);
});

test.each(Object.entries(exitWeights))('the guide has the weight of %s', (_, { unit, hours, covers }) => {
  expect(plain).toContain(`| ${unit} | ${hours.low}–${hours.high} | `.replace(/\s+/g, ' '));
  expect(plain).toContain(covers);
});

test.each(Object.values(exitGroups))('the guide has the replacement of $id', ({ replacement, note }) => {
  expect(plain).toContain(replacement);
  expect(plain).toContain(note);
});

test('the guide has the bounds and the rates that follow from them', () => {
  const { hours, weeks, cost, rate } = exitFramework;
  const dollars = (value: number): string => value.toLocaleString('en-US');
  for (const text of [
    `${hours.low} to ${hours.high} hours, ${weeks.low} to ${weeks.high} weeks and $${dollars(cost.low)} to $${dollars(cost.high)}`,
    `${dollars(cost.low)} / ${hours.low} = $${rate.smallest} for the smallest migration, ${dollars(cost.high)} / ${hours.high} = $${rate.largest} for the largest`,
  ])
    expect(plain).toContain(text);
});
