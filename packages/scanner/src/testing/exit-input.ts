import { loadApp, recogniseText, treeOf, usedNamesOf, viewFiles } from '@base44-lint/model';
import type { ExitInput } from '../assess/exit/index.js';
import { locator } from '../assess/locate.js';
import { sightOf } from '../assess/sight.js';
import { summaryOf } from '../assess/summary.js';
import { unfollowed } from './unfollowed.js';
import { linkApp } from '../link/index.js';

/** The input of the exit section for an app that is given as files, as a scan of it would make it. No rule runs. */
export async function exitInput(texts: Readonly<Record<string, string>>): Promise<ExitInput> {
  const tree = treeOf(texts);
  const found = loadApp(tree, '');
  const code = tree.files.filter((file) => /\.[jt]sx?$/.test(file));
  const parsed = code.map((file) => ({ facts: recogniseText(texts[file]!, file), text: texts[file]! }));
  const link = await linkApp(found, tree, new Map(parsed.map(({ facts }) => [facts.file, facts])));
  const views = viewFiles(parsed, found, link);
  const app = { ...found, used: usedNamesOf(views) };
  const counted = { files: tree.files.length, codeFiles: code.length, codeLines: 0, relevantFiles: views.length };
  return {
    app,
    views,
    findings: [],
    sight: sightOf(app, views, tree.files),
    schemas: summaryOf(app, views, counted, unfollowed(locator((file) => tree.read(file)))).schemas,
    files: tree.files,
    unseenFiles: [],
    locate: locator((file) => tree.read(file)),
  };
}

export const sdk = "import { base44 } from '@/api/base44Client';\n";

/** A function with a client of the request. */
export function backend(body: string): string {
  return `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${body}
  return Response.json({});
});
`;
}

/** A small app with a little of everything. */
export const smallApp: Readonly<Record<string, string>> = {
  'package.json': '{ "dependencies": { "@base44/sdk": "^0.8.31" } }',
  'base44/config.jsonc': '{ "name": "Harbor CRM", "visibility": "private" }',
  'base44/entities/Client.jsonc': JSON.stringify({
    name: 'Client',
    type: 'object',
    properties: {
      name: { type: 'string' },
      email: { type: 'string' },
      photo_url: { type: 'string' },
      stripe_client_id: { type: 'string' },
    },
    rls: {
      create: { created_by: '{{user.email}}' },
      read: { created_by: '{{user.email}}' },
      update: { created_by: '{{user.email}}' },
      delete: { user_condition: { role: 'admin' } },
    },
  }),
  'base44/entities/Task.jsonc': JSON.stringify({
    name: 'Task',
    type: 'object',
    properties: { title: { type: 'string' }, client_id: { type: 'string' }, parent_id: { type: 'string' } },
  }),
  'base44/functions/remind/entry.ts': backend(
    "await base44.asServiceRole.entities.Task.filter({ done: false });\n  await base44.integrations.Core.SendEmail({ to: 'a@b.c', subject: 'Due', body: Deno.env.get('MAIL_FOOTER') });",
  ),
  'src/lib/AuthContext.jsx': `${sdk}export const load = () => base44.auth.me();\nexport const leave = () => base44.auth.logout();`,
  'src/pages/Clients.jsx': `${sdk}export const load = () => base44.entities.Client.list();\nexport const save = (row) => base44.entities.Client.create(row);\nexport const upload = (file) => base44.integrations.Core.UploadFile({ file });`,
  'src/pages/Chat.jsx': `${sdk}export const ask = (prompt) => base44.integrations.Core.InvokeLLM({ prompt });\nexport const remind = () => base44.functions.invoke('remind');`,
};
