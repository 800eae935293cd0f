import { describe, expect, test } from 'vitest';
import { run, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const job = (from: string): string => `import { createClientFromRequest } from '${from}';\nexport default () => null;`;
/** An app of functions that import the SDK from the given specifiers; the first is the sample's file. */
const app = (specifiers: readonly string[], sdk = '0.8.31'): Sample => ({
  file: 'base44/functions/f0/entry.ts',
  code: job(specifiers[0]!),
  sdk,
  files: Object.fromEntries(
    specifiers.slice(1).map((from, index) => [`base44/functions/f${index + 1}/entry.ts`, job(from)]),
  ),
});
const at = (version: string): string => `npm:@base44/sdk@${version}`;

describe('functions with several versions', () => {
  test('are one finding, drawn at the odd pin', () => {
    expect(squiggled(rule, app([at('0.8.6'), at('0.8.31'), at('0.8.31')]))).toMatchInlineSnapshot(`
      "  1 | import { createClientFromRequest } from 'npm:@base44/sdk@0.8.6';
          |                                                          ^~~~~ [1]

      [1] low/certain The backend functions pin 2 versions of the SDK, 0.8.31 in 2 and 0.8.6 in 1, so the same call works in one function and fails in another, and a fix in one place is missing in the next.
          advice: Import one exact version in all functions, the newest that you have tested, and install the same one in the browser.
          evidence: package.json: the browser runs 0.8.31"
    `);
  });

  test('are told by number', () => {
    const specifiers = [at('0.8.31'), at('0.8.31'), at('0.8.6'), at('0.8.20'), at('0.7.1'), at('0.8.25')];
    expect(runApp(rule, app(specifiers))).toMatchObject([
      {
        message: expect.stringMatching(
          /^The backend functions pin 5 versions of the SDK, 0\.8\.31 in 2, .* and 2 more, so/,
        ),
      },
    ]);
  });

  test('and one that names no exact version', () => {
    expect(runApp(rule, app([at('0.8.31'), 'npm:@base44/sdk']))).toMatchObject([
      {
        file: 'base44/functions/f1/entry.ts',
        message: expect.stringContaining('pin SDK 0.8.31 in 1, and 1 file imports it without an exact version'),
      },
    ]);
  });

  test.each([['npm:@base44/sdk'], [at('latest')], [at('^0.8.4')], ['https://esm.sh/@base44/sdk']])(
    'or no exact version at all: %s',
    (from) => {
      expect(runApp(rule, app([from, from]))).toMatchObject([
        { severity: 'low', message: expect.stringContaining('Of the SDK 2 files import it without an exact version') },
      ]);
    },
  );
});

describe('the browser and the functions', () => {
  test('with one version each, but not the same', () => {
    expect(runApp(rule, app([at('0.8.31'), at('0.8.31')], '0.8.20'))).toMatchObject([
      {
        file: 'package.json',
        severity: 'info',
        message:
          'The browser runs SDK 0.8.20 and the backend functions SDK 0.8.31, so what works on one side may not exist on the other.',
      },
    ]);
  });

  test.each([
    ['the same version', app([at('0.8.31'), at('0.8.31')])],
    ['no functions', { code: 'export const a = 1;', file: 'src/a.js' }],
    ['functions without the SDK', app(['node:fs', 'node:fs'])],
  ])('is clean: %s', (_, sample) => {
    expect(runApp(rule, sample)).toEqual([]);
  });

  test('types are no import of the SDK', () => {
    const code = "import type { Client } from 'npm:@base44/sdk';\nexport default () => null;";
    expect(run(rule, { file: 'base44/functions/a/entry.ts', code })).toEqual([]);
  });
});

describe('the sentence', () => {
  const only = (sample: Sample) => {
    const [finding, ...others] = runApp(rule, sample);
    expect(others).toEqual([]);
    return finding!;
  };

  test('of equally used versions the older is the odd one', () => {
    const found = only(app([at('0.8.31'), at('0.8.6')]));
    expect(found.file).toBe('base44/functions/f1/entry.ts');
    expect(found.message).toMatch(
      /^The backend functions pin 2 versions of the SDK, 0\.8\.31 in 1 and 0\.8\.6 in 1, so/,
    );
  });

  test('one file is called one', () => {
    expect(only(app(['npm:@base44/sdk'])).message).toBe(
      'Of the SDK 1 file imports it without an exact version, so the same call works in one function and fails in another, and a fix in one place is missing in the next.',
    );
  });

  test('further places are evidence, five at most', () => {
    const { evidence } = only(app([at('0.8.31'), at('0.8.31'), ...Array.from({ length: 8 }, () => 'npm:@base44/sdk')]));
    expect(evidence.map(({ file, note }) => `${file}: ${note}`)).toEqual([
      'package.json: the browser runs 0.8.31',
      ...[3, 4, 5, 6, 7].map((index) => `base44/functions/f${index}/entry.ts: imports another version`),
    ]);
  });

  test('the browser and the functions apart', () => {
    expect(only(app([at('0.8.31')], '0.8.20'))).toMatchObject({
      confidence: 'certain',
      evidence: [{ file: 'base44/functions/f0/entry.ts', note: 'imports another version' }],
      advice: 'Install the version that the functions pin, or raise their pins to the one that is installed.',
    });
  });

  test.each(['npm:/@base44/sdk', 'esm.sh/@base44/sdk', 'npm:@base44/sdk/client', at('0.8')])(
    '%s names none',
    (from) => {
      expect(only(app([from])).message).toContain('1 file imports it without an exact version');
    },
  );

  test.each(['npm:@base44/sdk-like', 'https://example.org/@base44/sdk', './npm:@base44/sdk'])(
    '%s is another package',
    (from) => {
      expect(runApp(rule, app([from]))).toEqual([]);
    },
  );

  test('shared code counts, the browser and scripts do not', () => {
    const files = (file: string) => runApp(rule, { file, code: job('npm:@base44/sdk') });
    expect(files('base44/shared/a.ts')).toHaveLength(1);
    expect(files('src/lib/a.ts')).toEqual([]);
    expect(files('scripts/a.ts')).toEqual([]);
  });
});
