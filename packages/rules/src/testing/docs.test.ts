import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { limitationIds } from '@base44-lint/catalog';
import { describe, expect, test } from 'vitest';
import { checks, mayConcern } from '../check.js';
import { rules } from '../generated/registry.js';
import { headings, readDocs } from './docs.js';
import { expectClean, run } from './run.js';

const source = fileURLToPath(new URL('..', import.meta.url));

test('the registry holds every rule folder and nothing else', () => {
  const folders = readdirSync(source).filter(
    (name) => existsSync(`${source}/${name}/index.ts`) && existsSync(`${source}/${name}/docs.md`),
  );
  expect(rules.map((rule) => rule.meta.name)).toEqual(folders.sort());
});

describe.each(rules.map((rule) => [rule.meta.name, rule] as const))('%s', (name, rule) => {
  const page = readDocs(readFileSync(`${source}/${name}/docs.md`, 'utf8'), rule.checkJson !== undefined);

  test('its page has the fixed headings', () => {
    expect(page.headings).toEqual([...headings]);
  });

  test('its page has a heading for each option, and each option has a description and a default', () => {
    const options = Object.entries(rule.meta.schema.properties);
    expect(page.options).toEqual(options.map(([option]) => option));
    for (const [, schema] of options)
      expect(schema).toMatchObject({ description: expect.any(String), default: expect.anything() });
    expect(Object.keys(rule.defaults)).toEqual(options.map(([option]) => option));
  });

  test('its description fits a table cell', () => {
    expect(rule.meta.description).toMatch(/^[a-z].*[^.]$/);
  });

  test('it names limitations of the catalogue', () => {
    expect(rule.meta.limitations.length).toBeGreaterThan(0);
    expect(limitationIds).toEqual(expect.arrayContaining([...rule.meta.limitations]));
  });

  test('its page shows what is wrong and what is right', () => {
    expect(page.incorrect.length).toBeGreaterThan(0);
    expect(page.correct.length).toBeGreaterThan(0);
  });

  test.each(page.incorrect.map((sample) => [sample.line, sample] as const))(
    'incorrect sample at line %i reports',
    (_, sample) => {
      expect(run(rule, sample)).not.toEqual([]);
      // Configuration files and the app as a whole are always looked at.
      if (!checks(rule, 'checkJson', 'checkApp')) expect(mayConcern(rule, sample.code)).toBe(true);
    },
  );

  test.each(page.correct.map((sample) => [sample.line, sample] as const))(
    'correct sample at line %i is clean',
    (_, sample) => {
      expectClean(rule, sample);
    },
  );

  test("the prefilter by words hides nothing in any rule's samples", () => {
    const everywhere = { ...rule, meta: { ...rule.meta, words: [] } };
    for (const other of rules) {
      const pageOfOther = readDocs(
        readFileSync(`${source}/${other.meta.name}/docs.md`, 'utf8'),
        other.checkJson !== undefined,
      );
      for (const sample of [...pageOfOther.incorrect, ...pageOfOther.correct]) {
        // Configuration files are looked at whatever their words.
        const isAlwaysSeen = rule.checkJson !== undefined && /\.jsonc?$/.test(sample.file ?? '');
        if (!isAlwaysSeen && !mayConcern(rule, sample.code)) expect(run(everywhere, sample)).toEqual([]);
      }
    }
  });
});
