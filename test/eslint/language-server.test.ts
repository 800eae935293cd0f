import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openEditor, underlined } from './language-server.js';
import { sampleProject, write } from './project.js';

const docs = 'https://github.com/base44-lint/base44-lint/blob/main/docs/rules';

describe.each(['9.39.5', '10.15.0'] as const)("VS Code's ESLint server with ESLint %s", (eslint) => {
  test('underlines the read of all customers and links to the page of the rule', async () => {
    const project = sampleProject({ eslint });
    const editor = await openEditor(project);
    const file = 'src/pages/Customers.jsx';
    const text = readFileSync(join(project, file), 'utf8');
    const diagnostics = await editor.diagnostics(editor.open(file, 'javascriptreact', text));
    expect(diagnostics.map(({ code, range }) => [code, underlined(text, range), range])).toEqual([
      [
        'base44/no-unfiltered-list',
        'base44.entities.Customer.list()',
        { start: { line: 7, character: 4 }, end: { line: 7, character: 35 } },
      ],
    ]);
    expect(diagnostics[0]!.message).toMatch(/^This reads rows of Customer of every user, .+\. .+\.$/);
    expect(diagnostics[0]!.codeDescription).toEqual({ href: `${docs}/no-unfiltered-list.md` });
    expect(editor.complaints).toEqual([]);
  });

  test('offers the rewrite of a delete loop, which gives the expected text', async () => {
    const project = sampleProject({ eslint });
    const editor = await openEditor(project);
    const file = 'src/lib/archive.mjs';
    const text = readFileSync(join(project, file), 'utf8');
    const uri = editor.open(file, 'javascript', text);
    const diagnostics = await editor.diagnostics(uri);
    const diagnostic = diagnostics.find(({ code }) => code === 'base44/no-bulk-delete-loop')!;
    const actions = await editor.actions(uri, diagnostic);
    expect(actions.map(({ title }) => title)).toEqual([
      expect.stringMatching(
        /^Delete these records in one request with `deleteMany` .*\(base44\/no-bulk-delete-loop\)$/,
      ),
      'Disable base44/no-bulk-delete-loop for this line',
      'Disable base44/no-bulk-delete-loop for the entire file',
      'Show documentation for base44/no-bulk-delete-loop',
    ]);
    expect(await editor.apply(actions[0]!, text)).toBe(`import { base44 } from '@/api/base44Client';

export async function removeCustomers(ids) {
  await base44.entities.Customer.deleteMany({ id: { $in: [...ids] } });
}
`);
  });

  test('underlines leaks in TypeScript backend functions', async () => {
    const project = sampleProject({ eslint });
    const editor = await openEditor(project);
    const file = 'base44/functions/cleanup/entry.ts';
    const text = readFileSync(join(project, file), 'utf8');
    const diagnostics = await editor.diagnostics(editor.open(file, 'typescript', text));
    expect(diagnostics.map(({ code, range }) => [code, underlined(text, range)])).toEqual([
      ['base44/no-bulk-delete-loop', 'base44.asServiceRole.entities.Customer.delete(customer.id)'],
    ]);
  });

  test('answers from the schema as it is now: rules added, then taken away', async () => {
    const project = sampleProject({ eslint });
    const editor = await openEditor(project);
    const file = 'src/pages/Customers.jsx';
    const uri = editor.open(file, 'javascriptreact', readFileSync(join(project, file), 'utf8'));
    const schema = 'base44/entities/Customer.jsonc';
    const open = readFileSync(join(project, schema), 'utf8');
    const own = open.replace(
      '"type": "object",',
      '"type": "object", "rls": { "read": { "created_by": "{{user.email}}" } },',
    );
    const codes = async () => (await editor.diagnostics(uri)).map(({ code }) => code);

    expect(await codes()).toContain('base44/no-unfiltered-list');
    write(project, { [schema]: own });
    await sleep(300);
    expect(await codes()).toEqual([]);
    write(project, { [schema]: open });
    await sleep(300);
    expect(await codes()).toContain('base44/no-unfiltered-list');
  });
});
