import { expect, test } from 'vitest';
import { readDocs } from './docs.js';

test('samples get their file, their SDK version and the schemas before them', () => {
  const page = readDocs(
    [
      '## Incorrect',
      '```jsonc',
      '// base44/entities/Order.jsonc',
      '{ "name": "Order" }',
      '```',
      'Text.',
      '```ts',
      '// base44/functions/a/entry.ts (SDK 0.8.50)',
      'run();',
      '```',
      '## Correct',
      '```sh',
      '# .env',
      'A=1',
      '```',
      '## Options',
      '### `allow`',
    ].join('\n'),
  );
  expect(page.headings).toEqual(['Incorrect', 'Correct', 'Options']);
  expect(page.options).toEqual(['allow']);
  expect(page.incorrect).toEqual([
    {
      code: '// base44/functions/a/entry.ts (SDK 0.8.50)\nrun();',
      line: 8,
      file: 'base44/functions/a/entry.ts',
      sdk: '0.8.50',
      files: { 'base44/entities/Order.jsonc': '// base44/entities/Order.jsonc\n{ "name": "Order" }' },
    },
  ]);
  expect(page.correct).toEqual([{ code: '# .env\nA=1', line: 13, file: '.env', files: {} }]);
});
