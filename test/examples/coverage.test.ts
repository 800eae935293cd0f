import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { presetHasRule, presetShows, rules } from '@base44-lint/rules';
import { scan } from 'base44-scan';
import { expect, test } from 'vitest';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Rules that report hints and inventory only, so that no auditor's list of medium and above can name them. */
const belowMedium: Readonly<Record<string, string>> = {
  'client-rendered-public-pages': 'whether search engines matter is for the owner to say: low',
  'consistent-sdk-version': 'a difference of versions is a hint; what breaks by it is reported where it is called',
  'no-custom-integration': 'inventory of what depends on the workspace',
  'no-heavy-function-import': 'costs seconds, no data: low',
  'no-shared-sender-email': 'the domain of the mails is set on the platform, not in the export: low',
  'require-data-export': 'that nobody wrote an export is a risk on the day of a move: low',
  'require-error-reporting': 'that nobody hears of errors is a hint: low',
  'require-retention': 'how long rows may be kept is for the owner to say: low',
  'sdk-lock-in': 'inventory of what ties the app to the platform',
};

const leaky = ['leaky-crm', 'old-layout-shop'];
const expected = new Set(
  leaky.flatMap((name) => {
    const { findings } = JSON.parse(readFileSync(`${examples}${name}/expected.json`, 'utf8')) as {
      findings: { rule: string }[];
    };
    return findings.map(({ rule }) => rule);
  }),
);

test('every rule that can report at medium or above has a leak in an example', () => {
  const without = rules.map(({ meta }) => meta.name).filter((name) => !expected.has(name));
  expect(without.toSorted()).toEqual(Object.keys(belowMedium).toSorted());
});

test('no rule of the preset `recommended`, which starts at medium, is excused', () => {
  const excused = rules.filter(({ meta }) => meta.name in belowMedium);
  expect(excused.filter(({ meta }) => meta.preset === 'recommended').map(({ meta }) => meta.name)).toEqual([]);
  for (const { meta } of excused)
    expect(
      (meta.severities ?? []).filter((severity) => severity !== 'low' && severity !== 'info'),
      meta.name,
    ).toEqual([]);
});

test('every rule of the preset `recommended` has a leak that this preset shows', async () => {
  const reports = await Promise.all(leaky.map((name) => scan(`${examples}${name}`)));
  const shown = new Set(
    reports
      .flatMap(({ apps }) => apps.flatMap(({ findings }) => findings))
      .filter((finding) => presetShows('recommended', finding))
      .map(({ rule }) => rule),
  );
  const held = rules.map(({ meta }) => meta).filter((meta) => presetHasRule('recommended', meta));
  expect(held.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});
