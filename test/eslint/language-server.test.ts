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

  test('underlines the schema without rules, and offers rules that keep the file as it is otherwise', async () => {
    const project = sampleProject({ eslint });
    const editor = await openEditor(project);
    const file = 'base44/entities/Customer.jsonc';
    const text = readFileSync(join(project, file), 'utf8');
    const uri = editor.open(file, 'jsonc', text);
    const diagnostics = await editor.diagnostics(uri);
    expect(diagnostics.map(({ code, range }) => [code, underlined(text, range)])).toEqual([
      ['base44/require-entity-rules', '"Customer"'],
    ]);
    expect(diagnostics[0]!.codeDescription).toEqual({ href: `${docs}/require-entity-rules.md` });

    const actions = await editor.actions(uri, diagnostics[0]!);
    const [insert] = actions.map(({ title }) => title);
    expect(insert).toBe(
      'Let only the creator of a row read, change and delete it; everyone else, admins included, loses access (base44/require-entity-rules)',
    );
    const mended = await editor.apply(actions[0]!, text);
    expect(mended).toContain('// No rules: everyone may do everything.');
    expect(mended).toMatch(/"read": \{\s*"created_by_id": "\{\{user\.id\}\}"\s*\}/);
    expect(editor.complaints).toEqual([]);

    // What is typed counts, not what lies on disk.
    const typed = editor.open('base44/entities/Draft.jsonc', 'jsonc', mended.replace('"Customer"', '"Draft"'));
    expect(await editor.diagnostics(typed)).toEqual([]);
  });

  test('underlines a template that is never filled in, and the place where the text stops being JSON', async () => {
    const project = sampleProject({ eslint });
    const editor = await openEditor(project);
    const schema = (read: string) =>
      `{\n  "name": "Task",\n  "type": "object",\n  "properties": { "branch": { "type": "string" } },\n  "rls": {\n    "read": ${read},\n    "create": false, "update": false, "delete": false\n  }\n}\n`;
    const never = schema('{ "data.branch": "{{user.branch}}" }');
    const uri = editor.open('base44/entities/Task.jsonc', 'jsonc', never);
    const [diagnostic, ...others] = await editor.diagnostics(uri);
    expect(others).toEqual([]);
    expect([diagnostic!.code, underlined(never, diagnostic!.range)]).toEqual([
      'base44/no-unmatchable-rule',
      '"{{user.branch}}"',
    ]);
    const [action] = await editor.actions(uri, diagnostic!);
    expect(await editor.apply(action!, never)).toBe(never.replace('{{user.branch}}', '{{user.data.branch}}'));

    const broken = schema('{ "data.branch": "north" "data.done": true }');
    const [fault] = await editor.diagnostics(editor.open('base44/entities/Broken.jsonc', 'jsonc', broken));
    expect([fault!.code, underlined(broken, fault!.range)]).toEqual(['base44/valid-schema', '"']);
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
