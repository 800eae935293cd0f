// Writes schema/*.schema.json from the built sources that describe the result and the baseline.
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { baselineFile } from '../dist/baseline/file.js';
import { jsonReport } from '../dist/result.js';

write('result', 'base44-scan report', jsonReport, { reused: 'ref' });
write('baseline', 'Baseline of base44-scan', baselineFile, { io: 'input' });

function write(name, title, type, options) {
  const schema = { title, ...z.toJSONSchema(type, { target: 'draft-2020-12', ...options }) };
  writeFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
