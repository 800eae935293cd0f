// Writes the tables of weights and replacements in docs/exit.md from the catalogue.
import { readFileSync, writeFileSync } from 'node:fs';
import { exitGroupIds, exitGroups, exitWeightIds, exitWeights } from '@base44-lint/catalog';
import { withGenerated } from '../../../.ci/lib/marked.mjs';

const page = new URL('../../../docs/exit.md', import.meta.url);
const cell = (text) => text.replaceAll('|', '\\|');
const code = { 'as-is': 'as it is', adapter: 'behind an adapter', rewrite: 'written again', none: 'nothing like it' };

const tables = {
  weights: [
    '| One | Hours | Part | What is done in them |',
    '| --- | --- | --- | --- |',
    ...exitWeightIds.map((id) => {
      const { unit, hours, group, covers } = exitWeights[id];
      return `| ${cell(unit)} | ${hours.low}–${hours.high} | ${exitGroups[group].title} | ${cell(covers)} |`;
    }),
  ],
  replacements: [
    '| Part | What takes its place | The code | Note |',
    '| --- | --- | --- | --- |',
    ...exitGroupIds.map((id) => {
      const { title, replacement, portability, note } = exitGroups[id];
      return `| ${title} | ${cell(replacement)} | ${code[portability]} | ${cell(note)} |`;
    }),
  ],
};

let text = readFileSync(page, 'utf8');
for (const [what, lines] of Object.entries(tables)) text = withGenerated(text, what, lines.join('\n'));
writeFileSync(page, text);
