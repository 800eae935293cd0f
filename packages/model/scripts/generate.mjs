/** Writes `docs/config.schema.json`, the JSON Schema of `base44-lint.config.jsonc`, from the built model. */
import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../dist/index.js';

const target = new URL('../../../docs/config.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
