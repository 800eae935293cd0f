import { loadApp, recogniseText, viewFiles, type SourceTree } from '@base44-lint/model';
import { expect, it } from 'vitest';
import { sightOf, type Sight } from './sight.js';

function sightIn(content: Readonly<Record<string, string>>): Sight {
  const files = Object.keys(content).sort();
  const tree: SourceTree = { files, read: (file) => content[file]! };
  const app = loadApp(tree, '');
  const code = files.filter((file) => /\.[jt]sx?$/.test(file));
  const views = viewFiles(
    code.map((file) => ({ facts: recogniseText(content[file]!, file), text: content[file]! })),
    app,
  );
  return sightOf(app, views, files);
}

const client = "import { base44 } from '@/api/base44Client';\n";
const config = { 'base44/config.jsonc': '{ "name": "Sample" }' };

it('names the functions that code calls and the export lacks', () => {
  const { missingFunctions } = sightIn({
    ...config,
    'base44/functions/known/entry.ts': 'Deno.serve(() => new Response());',
    'src/pages/Home.jsx': `${client}base44.functions.invoke('known'); base44.functions.invoke('lost'); base44.functions.fetch('/known/rows?x=1'); base44.functions.invoke(name);`,
    'src/pages/Home.test.jsx': `${client}base44.functions.invoke('made-up');`,
  });
  expect(missingFunctions).toEqual(['lost']);
});

it('sees an export that holds everything', () => {
  const sight = sightIn({
    ...config,
    'package.json': '{ "dependencies": { "@base44/sdk": "0.8.31" } }',
    'index.html': '<div id="root"></div>',
    'base44/auth/config.jsonc': '{ "enableUsernamePassword": true }',
    'base44/functions/nightly/entry.ts': 'import { createClientFromRequest } from "npm:@base44/sdk@0.8.31";',
    'base44/functions/nightly/function.jsonc':
      '{ "name": "nightly", "entry": "entry.ts", "automations": [{ "type": "scheduled", "schedule_type": "cron", "cron_expression": "0 3 * * *" }] }',
    'src/pages/Home.jsx': `${client}base44.entities.Task.list();`,
  });
  expect(sight).toEqual({
    missingFunctions: [],
    shimCalls: 0,
    unversioned: [],
    schedules: 1,
    authConfig: true,
    browserCode: true,
    page: true,
    manifest: true,
  });
});

it('sees what an export lacks', () => {
  expect(
    sightIn({
      ...config,
      'base44/functions/a/entry.ts': 'Deno.serve(() => new Response());',
      'src/pages/Home.jsx': `${client}base44.auth.me();`,
    }),
  ).toMatchObject({
    unversioned: ['frontend', 'function'],
    schedules: 0,
    authConfig: false,
    page: false,
    manifest: false,
  });
});
