import { createRequire } from 'node:module';

const manifest = createRequire(import.meta.url)('../package.json') as {
  readonly name: string;
  readonly version: string;
};

/** Name and version as ESLint shows them and keys its cache with. */
export const meta = { name: manifest.name, version: manifest.version, namespace: 'base44' } as const;
