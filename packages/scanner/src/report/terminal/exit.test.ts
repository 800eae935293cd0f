import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { exitOf } from '../../assess/exit/index.js';
import { backend, exitInput, smallApp } from '../../testing/exit-input.js';
import { exitBrief, exitLines } from './exit.js';
import { Style } from './style.js';

const section = exitOf(await exitInput(smallApp));
const options = { all: false };
const output = (given = section, more = {}): string =>
  exitLines(given, { ...options, ...more }, new Style(false)).join('\n');

test('the answer comes first, in one sentence', () => {
  expect(exitBrief(section)).toBe(
    'A move is estimated at 80–90 hours, 4–5 weeks and $12,000–13,000; the inventory adds up to 52.3–89.6 hours, and the framework begins at 80',
  );
  expect(output().split('\n')[1]).toBe(exitBrief(section));
});

test('of an app that calls the platform nowhere it says so, in place of a figure of its own', async () => {
  const moved = exitOf(await exitInput({ 'src/App.jsx': 'export default () => null;', 'base44/config.jsonc': '{}' }));
  expect(exitBrief(moved)).toBe(
    'No code of the app calls Base44, so it may have moved already; the smallest move of the framework is 80 hours, 4 weeks and $12,000',
  );
});

test('each term stands with count, weight and hours, and the steps follow', () => {
  expect(output()).toMatch(/^ {2}2 entities +× 0\.5–0\.9 h +1–1\.8 h$/m);
  for (const { what } of section.estimate.steps) expect(output()).toContain(what);
});

test('each part stands with what takes its place', () => {
  for (const { title, replacement } of section.parts) {
    expect(output()).toContain(title);
    expect(output()).toContain(replacement);
  }
});

test('where each number comes from is shown when asked', () => {
  expect(output()).not.toContain('Where each number comes from');
  const explained = output(section, { explain: true });
  for (const { number, formula } of section.explanations) {
    expect(explained).toContain(`${number} = `);
    expect(explained).toContain(formula);
  }
  expect(explained).toContain('base44/entities/Task.jsonc:1:');
});

test('long lists are cut unless all is wanted', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `Thing${String(index).padStart(2, '0')}`);
  const schemas = names.map((name) => [`base44/entities/${name}.jsonc`, `{ "name": "${name}", "properties": {} }`]);
  const texts = {
    ...smallApp,
    ...Object.fromEntries(schemas),
    'base44/functions/exportData/entry.ts': backend('await base44.entities.Task.list();'),
  };
  const many = exitOf(await exitInput(texts));
  expect(output(many)).toContain('and 9 more');
  expect(output(many)).not.toContain('Thing19');
  expect(output(many, { all: true })).toContain('Thing19');
});

test('no line is wider than the terminal, tables apart', () => {
  const wide = output(section, { width: 80 })
    .split('\n')
    .filter((line) => line.length > 80 && !/ h$/.test(line));
  expect(wide).toEqual([]);
});

test('no name of the app steers the terminal', async () => {
  const evil = 'Task\u001b[2J\u202e';
  const hostile = exitOf(
    await exitInput({ ...smallApp, 'base44/entities/Evil.jsonc': JSON.stringify({ name: evil, properties: {} }) }),
  );
  const text = output(hostile, { explain: true, all: true });
  for (const character of ['\u001b', '\u202e']) expect(text).not.toContain(character);
});

test('it says the same with and without colours', () => {
  const colored = exitLines(section, options, new Style(true)).join('\n');
  expect(colored).toContain('\u001b[');
  expect(stripVTControlCharacters(colored)).toBe(output());
});
