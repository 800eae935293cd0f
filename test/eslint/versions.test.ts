import { expect, test } from 'vitest';
import { eslintVersions, sampleProject, type EslintVersion } from './project.js';
import { places, runEslint } from './run-eslint.js';

test('every supported version of ESLint reports every leak of the sample app, to the letter alike', () => {
  const [oldest, ...others] = (Object.keys(eslintVersions) as EslintVersion[]).map((eslint) =>
    runEslint(sampleProject({ eslint })),
  );
  expect(places(oldest!)).toEqual([
    'base44/entities/Customer.jsonc 3:11-3:21 base44/require-entity-rules',
    'base44/functions/cleanup/entry.ts 12:11-12:69 base44/no-bulk-delete-loop',
    'src/hooks/useLiveCustomers.js 5:20-5:75 base44/no-websocket',
    'src/lib/archive.mjs 5:11-5:46 base44/no-bulk-delete-loop',
    'src/pages/Customers.jsx 8:5-8:36 base44/no-unfiltered-list',
  ]);
  expect(others).toEqual([oldest, oldest]);
});
