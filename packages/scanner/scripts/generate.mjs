// Writes schema/result.schema.json from src/result.ts (built first). `--check` fails when the file on disk differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { z } from 'zod';
import { jsonReport } from '../dist/result.js';

const path = new URL('../schema/result.schema.json', import.meta.url);
const schema = {
  title: 'base44-scan report',
  ...z.toJSONSchema(jsonReport, { target: 'draft-2020-12', reused: 'ref' }),
};
const text = await format(JSON.stringify(schema), { parser: 'json', singleQuote: true, printWidth: 120 });

if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== text) {
    console.error(
      'packages/scanner/schema/result.schema.json is stale; run `node packages/scanner/scripts/generate.mjs`.',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(path, text);
}
