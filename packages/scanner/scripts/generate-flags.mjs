// Writes the tables of commands and flags in docs/scanner.md from those that the command line reads.
import { readFileSync, writeFileSync } from 'node:fs';
import { withGenerated } from '../../../.ci/lib/marked.mjs';
import { commands, commandsWith } from '../dist/cli/commands.js';
import { flags, helpOf, usageOf } from '../dist/cli/flags.js';

const page = new URL('../../../docs/scanner.md', import.meta.url);
const cell = (text) => text.replaceAll('|', '\\|');
const code = (text) => `\`${cell(text)}\``;

/** The commands that take a flag. */
function takers(flag) {
  const names = commandsWith(flag);
  return names.length === Object.keys(commands).length ? 'all' : names.map(code).join(', ');
}

const tables = {
  commands: [
    '| Command | What it does |',
    '| --- | --- |',
    ...Object.entries(commands).map(([name, { usage, help }]) => `| ${code(`${name} ${usage}`)} | ${cell(help)}. |`),
  ],
  flags: [
    '| Flag | Meaning | Commands |',
    '| --- | --- | --- |',
    ...Object.entries(flags).map(
      ([name, flag]) => `| ${code(usageOf(name, flag))} | ${cell(helpOf(flag))}. | ${takers(name)} |`,
    ),
  ],
};

let text = readFileSync(page, 'utf8');
for (const [what, lines] of Object.entries(tables)) text = withGenerated(text, what, lines.join('\n'));
writeFileSync(page, text);
