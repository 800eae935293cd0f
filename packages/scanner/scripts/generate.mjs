// Writes schema/result.schema.json from the built src/result.ts.
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { jsonReport } from '../dist/result.js';

const schema = {
  title: 'base44-scan report',
  ...z.toJSONSchema(jsonReport, { target: 'draft-2020-12', reused: 'ref' }),
};
writeFileSync(new URL('../schema/result.schema.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
