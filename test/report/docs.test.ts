import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { effortOf, estimatedRules } from '../../packages/scanner/src/assess/effort.js';
import { html } from '../../packages/scanner/src/report/html/index.js';
import { kindWords } from '../../packages/scanner/src/report/html/entities.js';
import { verdictWords } from '../../packages/scanner/src/report/html/functions.js';
import { everyday, options } from '../../packages/scanner/src/testing/sample.js';

/** Without what only lines up the columns of its tables. */
const guide = readFileSync(fileURLToPath(new URL('../../docs/html-report.md', import.meta.url)), 'utf8').replace(
  / +\|/g,
  ' |',
);

/** A report with every section that there may be. */
const [app] = everyday.apps;
const page = html(
  {
    ...everyday,
    apps: [
      {
        ...app!,
        baseline: { file: 'base44-lint.baseline.json', entries: 1, unused: [], expired: [], outgrown: [] },
      },
    ],
  },
  options,
).output;

const text = (markup: string): string => markup.replace(/<[^>]*>/g, '').trim();

describe('docs/html-report.md', () => {
  it('has the headings of the page, in its order', () => {
    const shown = [...page.matchAll(/<h2 id="[^"]*">(.*?)<\/h2>/g)].map(([, title = '']) => text(title));
    const told = [...guide.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);
    expect(told).toEqual(['The verdict', ...shown, 'Limits of the page']);
  });

  it('tells every line of the verdict', () => {
    const lines = [...page.matchAll(/<dt><a href="[^"]*">(.*?)<\/a><\/dt>/g)].map(([, title = '']) => text(title));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(guide).toMatch(new RegExp(`^\\| ${line} \\|`, 'm'));
  });

  it('explains every word of the two matrices', () => {
    for (const word of Object.values(kindWords)) expect(guide).toContain(`_${word}_`);
    for (const word of Object.values(verdictWords)) expect(guide).toMatch(new RegExp(`^\\| ${word} \\|`, 'm'));
  });

  it('has the bands of effort as they are', () => {
    const rows = new Set(
      estimatedRules.map((rule) => {
        const { fix, first, each } = effortOf(rule);
        return `| ${fix} | ${first.low} to ${first.high} minutes | ${each.low} to ${each.high} minutes |`;
      }),
    );
    expect([...guide.matchAll(/^\| .* minutes \|$/gm)].map(([row]) => row).sort()).toEqual([...rows].sort());
  });
});
