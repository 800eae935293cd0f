import { describe, expect, it, vi } from 'vitest';
import { folderOf, leakyApp, run } from './command.js';

// Each test runs the command several times.
vi.setConfig({ testTimeout: 120_000 });

const page = 'src/pages/Clients.jsx';
const entity = 'base44/entities/Client.jsonc';
const above = (comment: string, text: string, word: string): string => text.replace(word, `${comment}\n${word}`);

/** Both leaks of the app switched off, with or without a reason, and one comment that nothing needs. */
const app = (reason: string, settings = '{}'): string =>
  folderOf({
    ...leakyApp,
    'base44-lint.config.jsonc': settings,
    [page]: above(`// eslint-disable-next-line base44/no-unfiltered-list${reason}`, leakyApp[page]!, 'export const'),
    [entity]: `// eslint-disable-next-line base44/require-entity-rules${reason}\n${leakyApp[entity]}`,
    'src/lib/old.js':
      '// eslint-disable-next-line base44/no-websocket -- until the chat is gone\nexport const old = 1;\n',
    'src/lib/foreign.js':
      '/* eslint-disable react-hooks/exhaustive-deps */\nrun(); // eslint-disable-line made-up/rule\n',
  });

interface Report {
  unusedSuppressions: { rule: string; why: string; reason: string | null; location: { file: string } }[];
}

describe('comments that switch nothing off', () => {
  const folder = app(' -- a public directory');

  it('are listed in every report, and fail the run only when told to', async () => {
    const { code, stdout } = await run([folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('Comments     1 rule named in comments that switch nothing off');
    expect(stdout).toContain('src/lib/old.js:1:1  base44/no-websocket reports nothing there; remove the comment.');
    const report = JSON.parse((await run([folder, '--format', 'json'])).stdout) as Report;
    expect(report.unusedSuppressions).toMatchObject([
      {
        rule: 'no-websocket',
        why: 'nothing-found',
        reason: 'until the chat is gone',
        location: { file: 'src/lib/old.js' },
      },
    ]);
    expect((await run([folder, '--format', 'html'])).stdout).toContain('src/lib/old.js:1:1');
    const strict = await run([folder, '--fail-on-unused']);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('Gate         failed: 1 suppression of no use');
  });

  it('are not spoken of in an audit, where no comment counts', async () => {
    const report = JSON.parse((await run([folder, '--format', 'json', '--no-inline'])).stdout) as Report;
    expect(report.unusedSuppressions).toEqual([]);
  });
});

describe('requireSuppressionReason', () => {
  const settings = '{ "requireSuppressionReason": true }';

  it('lets comments with a reason count', async () => {
    expect((await run([app(' -- a public directory', settings)])).code).toBe(0);
  });

  it('lets no other comment count, and says so', async () => {
    const folder = app('', settings);
    const { code, stdout } = await run([folder]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'src/pages/Clients.jsx:3:1  base44/no-unfiltered-list is not switched off, because the comment gives no reason behind `--`.',
    );
    expect((await run([app('')])).code).toBe(0);
  });
});
