import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSettings } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../packages/scanner/src/cli/arguments.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const blocks: readonly Block[] = pages.flatMap((page) =>
  [...readFileSync(root + page, 'utf8').matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```$/gm)].map(
    ([, language = '', text = '']) => ({ page, language, text }),
  ),
);

/** Command lines of this program in shell samples, console transcripts and CI files. */
const commands = blocks.flatMap(({ page, language, text }) =>
  ['sh', 'bash', 'console', 'yaml'].includes(language)
    ? [
        ...text
          .replaceAll(/\$\{\{[^}]*\}\}/g, 'value')
          .matchAll(/(?:^|npx (?:--yes )?|\$ |run: |- )base44-scan ([^\n#|&;>]*)/gm),
      ].map(([, line = '']) => ({
        page,
        line: line.trim(),
      }))
    : [],
);

/** Words of a command line, quotes removed. */
const words = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, three]) => one ?? two ?? three ?? '');

const settings = blocks.filter(
  ({ page, language, text }) =>
    language === 'jsonc' && (page.endsWith('configuration.md') || text.includes('base44-lint.config.jsonc')),
);

describe('documentation', () => {
  test('has samples of both kinds', () => {
    expect(commands.length).toBeGreaterThan(5);
    expect(settings.length).toBeGreaterThan(1);
  });

  test.each(commands)('$page: base44-scan $line', ({ line }) => {
    expect(() => parseArguments(words(line))).not.toThrow();
  });

  test.each(settings)('$page: settings', ({ page, text }) => {
    expect(() => parseSettings(text, page)).not.toThrow();
  });
});
