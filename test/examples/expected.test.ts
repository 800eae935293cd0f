import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scan } from 'base44-scan';
import { describe, expect, test } from 'vitest';

interface Expected {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly severity: string;
}

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const reported = new Set(['critical', 'high', 'medium']);

/** What an auditor expects of each example, and in `why` for what reason. Where the scanner differs, one of the two is wrong: neither is bent to the other. */
describe.each(['leaky-crm', 'repaired-crm', 'old-layout-shop'])('%s', (name) => {
  test('reports at medium and above exactly what an auditor expects', async () => {
    const { findings } = JSON.parse(readFileSync(`${examples}${name}/expected.json`, 'utf8')) as {
      findings: Expected[];
    };
    const result = await scan(`${examples}${name}`);
    expect(result.apps.flatMap((app) => app.notChecked)).toEqual([]);
    const found = result.apps
      .flatMap((app) => app.findings)
      .filter(({ severity }) => reported.has(severity))
      .map(({ rule, severity, location }) => ({ rule, file: location.file, line: location.start.line, severity }));
    expect(found.map(lineOf).sort()).toEqual(findings.map(lineOf).sort());
  });
});

/** Rules whose low findings name what an app depends on. No rewrite within Base44 ends them. */
const inventory = new Set(['sdk-lock-in']);

test('the repaired app is clean at low as well, apart from inventory', async () => {
  const { apps } = await scan(`${examples}repaired-crm`);
  const left = apps
    .flatMap((app) => app.findings)
    .filter(({ rule, severity }) => severity !== 'info' && !inventory.has(rule))
    .map(({ rule, severity, location }) => ({ rule, file: location.file, line: location.start.line, severity }));
  expect(left.map(lineOf)).toEqual([]);
});

function lineOf({ rule, file, line, severity }: Expected): string {
  return `${file}:${line} ${rule} ${severity}`;
}
