import { createRequire } from 'node:module';

const manifest = createRequire(import.meta.url)('../package.json') as { readonly version: string };

/** Name and version of this program, as reports carry them. */
export const tool = { name: 'base44-scan', version: manifest.version } as const;

/** Version of the result's shape: the first number changes when a reader of the old shape would break. */
export const schemaVersion = '1.0';
