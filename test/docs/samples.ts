import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, repository } from '../cli/command.js';

/** A command of a page with what it must print. */
export interface Step {
  readonly command: string;
  /** From `# exit code 1`; 0 where the page names none. */
  readonly code: number;
  /** `…` stands for any text, and on a line of its own for any lines. Empty where the page shows nothing. */
  readonly output: string;
}

/** The code blocks of one language in a page of `docs/`. */
export function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(join(repository, 'docs', page), 'utf8');
  return Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ([, name, body]) => ({ name, body: body! }))
    .filter(({ name }) => name === language)
    .map(({ body }) => body);
}

/** The commands of all `console` blocks of a page, in order. */
export function stepsOf(page: string): Step[] {
  return blocksOf(page, 'console')
    .flatMap((block) => block.split(/^\$ /m).slice(1))
    .map((part) => {
      const [line = '', ...output] = part.split('\n');
      const [, command = '', code = '0'] = /^(.*?)(?:\s+# exit code (\d))?$/.exec(line) ?? [];
      return { command, code: Number(code), output: output.join('\n').trim() };
    });
}

/** Runs a command as the page says; `base44-scan` is the one of this repository. */
export function runStep({ command }: Step, cwd: string): Promise<{ code: number; output: string }> {
  const script = command.replace(/^base44-scan\b/, `"${process.execPath}" "${bin}"`);
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return new Promise((resolve) => {
    execFile('sh', ['-c', script], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: `${stdout}${stderr}`.trim() }),
    );
  });
}

/** What a page shows, as a pattern. */
export function patternOf(output: string): RegExp {
  const lines = output
    .split('\n')
    .map((line) => (line === '…' ? '[\\s\\S]*?' : line.split('…').map(escaped).join('.*')));
  return new RegExp(
    `^${lines
      .join('\\n')
      .replaceAll('\\n[\\s\\S]*?', '(?:\\n[\\s\\S]*?)?')
      .replace(/^\[\\s\\S\]\*\?\\n/, '(?:[\\s\\S]*?\\n)?')}$`,
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
