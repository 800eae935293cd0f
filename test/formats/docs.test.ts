import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withGenerated } from '../../.ci/lib/marked.mjs';
import { formats } from '../../packages/scanner/src/report/index.js';
import { folderOf, repository, run } from '../cli/command.js';
import { lossTable } from './losses.js';

const page = join(repository, 'docs/formats.md');

/** The app of which the page shows reports. */
const harbor: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "harbor", "dependencies": { "@base44/sdk": "^0.8.31" } }\n',
  'base44/config.jsonc': '{ "name": "Harbor", "visibility": "private" }\n',
  'base44/entities/Client.jsonc': `{
  "name": "Client",
  "properties": {
    "email": { "type": "string", "format": "email" }
  },
  "rls": {}
}
`,
  'src/api/base44Client.js':
    "import { createClient } from '@base44/sdk';\nexport const base44 = createClient({ appId: 'x' });\n",
  'src/pages/Clients.jsx': `import { base44 } from '@/api/base44Client';

export async function remove(clients) {
  for (const client of clients) {
    await base44.entities.Client.delete(client.id);
  }
}

// eslint-disable-next-line base44/no-unfiltered-list -- the sales team shares its clients
export const load = () => base44.entities.Client.list('-created_date', 50);
`,
};

const fenced = (text: string): string => {
  const fence = text.includes('```') ? '````' : '```';
  return [`${fence}text`, text.trimEnd(), fence].join('\n');
};
const firstLines = (text: string, count: number): string => `${text.split('\n').slice(0, count).join('\n')}\n…`;

/** What the page shows of each format; the longest ones only in part. */
const samples: Readonly<Record<string, (text: string) => string>> = {
  markdown: (text) => text,
  sarif: (text) => {
    const { runs } = JSON.parse(text) as { runs: { results: object[] }[] };
    return JSON.stringify(runs[0]!.results[0], null, 2);
  },
  github: (text) => text,
  junit: (text) => firstLines(text, 24),
  codeclimate: (text) => firstLines(text, 20),
  agent: (text) => text,
};

/** Written anew by `vitest -u`, so that no sample is ever made up. */
it('every sample and the table of losses on docs/formats.md are true', { timeout: 60_000 }, async () => {
  const folder = folderOf(harbor);
  const out = folderOf({});
  const outputs = Object.keys(samples).flatMap((format) => ['--output', `${format}=${join(out, format)}`]);
  const { stderr } = await run([folder, '--quiet', '--min-severity', 'medium', ...outputs]);
  expect(stderr).toBe('');
  let text = readFileSync(page, 'utf8');
  for (const [format, show] of Object.entries(samples)) {
    text = withGenerated(text, format, fenced(show(readFileSync(join(out, format), 'utf8'))));
  }
  text = withGenerated(
    text,
    'app',
    Object.entries(harbor)
      .filter(([file]) => /Client(?:s\.jsx|\.jsonc)$/u.test(file))
      .map(([file, code]) => fenced(`// ${file}\n${code}`))
      .join('\n\n'),
  );
  text = withGenerated(text, 'losses', await lossTable());
  await expect(text).toMatchFileSnapshot(page);
});

it('the page names every format', () => {
  const text = readFileSync(page, 'utf8');
  for (const format of formats) expect(text).toContain(`\`${format}\``);
});
