import { describe, expect, it } from 'vitest';
import type { Finding } from '../../result.js';
import {
  accepted,
  clean,
  everyday,
  options,
  sampleApp,
  sampleFinding,
  sampleResult,
  suppressed,
} from '../../testing/sample.js';
import { longestComment, markdown } from './index.js';

const textOf = (...args: Parameters<typeof markdown>): string => markdown(...args).output;
const many = (count: number, overrides: Partial<Finding> = {}): Finding[] =>
  Array.from({ length: count }, (_, index) =>
    sampleFinding({
      severity: (['low', 'critical', 'medium', 'high'] as const)[index % 4]!,
      identity: String(index),
      ...overrides,
    }),
  );

describe('Markdown report', () => {
  it('says the verdict, the counts and what was not checked, and unfolds the findings', () => {
    expect(textOf(everyday, options)).toMatchInlineSnapshot(`
      "<!-- base44-scan -->
      ## base44-scan: Harbor CRM

      ❌ **Gate failed**: 1 finding at high or above.

      | Findings | critical | high | medium | low | info |
      | --- | --: | --: | --: | --: | --: |
      | open | 1 | 0 | 0 | 0 | 0 |
      | suppressed by a comment | 0 | 1 | 0 | 0 | 0 |

      - Platform limitations: 1 found, 0 clear, 44 not checked (of 45)
      - Readiness: Not settled: from "Not ready: migrate" to "Ready after light hardening" (0 to 32 of 32 points; 8 of 8 criteria open, ask first: Which regulatory framework must the app satisfy?)
      - Credits: 5 triggers; example: 1,000 users use 30,060–411,690 a month, smallest plan Elite to none below Enterprise
      - Leaving: A move is estimated at 80–90 hours, 4–5 weeks and &#36;12,000–13,000; the inventory adds up to 52.3–89.6 hours, and the framework begins at 80

      ### 1 finding, worst first

      <details><summary><b>critical</b> <code>src/pages/Clients.jsx:12:24</code> Everyone who opens this app can read every row of Client.</summary>

      \`\`\`
        11 |   useEffect(() => {
      > 12 |     const rows = await base44.entities.Client.list();
        13 |     setRows(rows);
      \`\`\`

      - because <code>base44/entities/Client.jsonc:2:11</code> has no <code>rls</code> key
      - **fix** Give Client a read rule, or read only the rows of the signed-in user with filter().
      - rule [no-unfiltered-list](https://github.com/base44-lint/base44-lint/blob/main/docs/rules/no-unfiltered-list.md), certain

      </details>

      <details><summary>1 suppressed finding</summary>

      - <b>high</b> <code>src/pages/Notes.jsx:3:1</code> Every signed-in user can read every row of Note. (suppressed by a comment: Notes are public on purpose)

      </details>

      <details><summary>1 file not checked</summary>

      - <code>src/lib/broken.js</code> The code could not be parsed, so nothing in it was checked: Unexpected token.

      </details>

      <sub>base44-scan 0.1.0. The JSON and HTML reports hold everything: \`base44-scan --output html=report.html\`.</sub>
      "
    `);
  });

  it('says that a clean app is clean, and no more', () => {
    expect(textOf(clean, options)).toMatchInlineSnapshot(`
      "<!-- base44-scan -->
      ## base44-scan: Harbor CRM

      ✅ **Gate passed**: nothing new at high or above.

      | Findings | critical | high | medium | low | info |
      | --- | --: | --: | --: | --: | --: |
      | open | 0 | 0 | 0 | 0 | 0 |

      - Platform limitations: 0 found, 0 clear, 45 not checked (of 45)
      - Readiness: Not settled: from "Not ready: migrate" to "Ready after light hardening" (0 to 32 of 32 points; 8 of 8 criteria open, ask first: Which regulatory framework must the app satisfy?)
      - Credits: 5 triggers; example: 1,000 users use 30,060–411,690 a month, smallest plan Elite to none below Enterprise
      - Leaving: A move is estimated at 80–90 hours, 4–5 weeks and &#36;12,000–13,000; the inventory adds up to 52.3–89.6 hours, and the framework begins at 80

      Nothing to show.

      <sub>base44-scan 0.1.0. The JSON and HTML reports hold everything: \`base44-scan --output html=report.html\`.</sub>
      "
    `);
  });

  it('tells new findings from known ones where a baseline is used', () => {
    const known = { ...suppressed, suppression: accepted };
    const text = textOf(sampleResult(sampleApp([sampleFinding(), known, suppressed])), options);
    expect(text).toContain('| new | 1 | 0 | 0 | 0 | 0 |');
    expect(text).toContain('| suppressed in the baseline | 0 | 1 | 0 | 0 | 0 |');
    expect(text).toContain('| suppressed by a comment | 0 | 1 | 0 | 0 | 0 |');
    expect(text).toContain('(suppressed in the baseline: Until the &#91;move&#93;)');
  });

  it('has a row for each of several apps', () => {
    const second = sampleApp([suppressed], { app: { ...everyday.apps[0]!.app, root: 'apps/shop' } });
    const text = textOf(sampleResult(sampleApp([sampleFinding()]), second), options);
    expect(text).toContain('## base44-scan: 2 apps');
    expect(text).toContain('| Harbor CRM | 1 | 0 | 0 | 0 | 0 | 0 |');
    expect(text).toContain('| Harbor CRM (apps/shop) | 0 | 0 | 0 | 0 | 0 | 1 |');
  });

  it('names files from the root of the repository', () => {
    expect(textOf(everyday, { ...options, repositoryPath: 'clients/harbor' })).toContain(
      '<code>clients/harbor/src/pages/Clients.jsx:12:24</code>',
    );
  });

  it('says how many findings are below the wanted severity', () => {
    const text = textOf(sampleResult(sampleApp(many(8))), { ...options, minSeverity: 'high' });
    expect(text).toContain('### 4 findings, worst first');
    expect(text).toContain('4 findings below high are not shown.');
  });

  it.each([
    ['many findings', sampleResult(sampleApp(many(5_000)))],
    ['many suppressed findings', sampleResult(sampleApp(many(5_000, { suppression: suppressed.suppression })))],
    [
      'many files that were not checked',
      sampleResult(
        sampleApp(many(3), {
          notChecked: Array.from({ length: 3_000 }, (_, index) => ({ file: `src/${index}.js`, reason: 'Broken.' })),
        }),
      ),
    ],
    [
      'many apps',
      sampleResult(
        ...Array.from({ length: 800 }, (_, index) =>
          sampleApp(many(3), { app: { ...everyday.apps[0]!.app, root: `apps/app-${index}` } }),
        ),
      ),
    ],
    [
      'endless sentences',
      sampleResult(sampleApp(many(300, { message: '*'.repeat(200_000), advice: '@'.repeat(9_000) }))),
    ],
    [
      'endless names',
      sampleResult(sampleApp(many(2), { app: { ...everyday.apps[0]!.app, name: '<'.repeat(99_999) } })),
    ],
  ])('stays within the limit of a comment, and says how much did not fit: %s', (_, result) => {
    const text = textOf(result, options);
    expect(text.length).toBeLessThanOrEqual(longestComment);
    expect(text).toContain('--output html=report.html');
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('leaves out the least severe, and the numbers add up', () => {
    const text = textOf(sampleResult(sampleApp(many(2_000))), options);
    const shown = text.match(/<b>(?:critical|high|medium|low)<\/b>/g)!;
    const left = Number(/\*\*(\d+) more findings did not fit/.exec(text)![1]);
    expect(shown.length + left).toBe(2_000);
    expect(shown).toEqual([...shown].sort((a, b) => 'chml'.indexOf(a[3]!) - 'chml'.indexOf(b[3]!)));
  });
});
