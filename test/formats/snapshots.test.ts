import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderOf, run } from '../cli/command.js';
import { copyOf } from './example.js';

const example = 'old-layout-shop';
const formats = ['markdown', 'github', 'junit', 'codeclimate', 'agent', 'sarif'] as const;
const out = folderOf({});
const textOf = (format: string): string => readFileSync(join(out, format), 'utf8');

/** What SARIF says of the rules is checked elsewhere, and would change with every rule. */
function withoutRules(text: string): string {
  const log = JSON.parse(text) as Log;
  for (const run of log.runs) delete run.tool.driver.rules;
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Whole reports of one example, to be read by people when they change. */
describe(`reports of ${example}`, () => {
  beforeAll(async () => {
    const outputs = formats.flatMap((format) => ['--output', `${format}=${join(out, format)}`]);
    await run([copyOf(example), '--quiet', '--min-severity', 'medium', ...outputs]);
  }, 60_000);

  it.each(formats)('%s', async (format) => {
    const text = format === 'sarif' ? withoutRules(textOf(format)) : textOf(format);
    await expect(text).toMatchFileSnapshot(`__snapshots__/${example}.${format}.txt`);
  });
});
