import { describe, expect, it, test } from 'vitest';
import { backend, exitInput, sdk } from '../../testing/exit-input.js';
import type { DataExport } from '../../result/exit.js';
import { exitOf } from './index.js';

const schema = (name: string): string =>
  JSON.stringify({ name, type: 'object', properties: { title: { type: 'string' } } });
const app = {
  'base44/entities/Task.jsonc': schema('Task'),
  'base44/entities/Note.jsonc': schema('Note'),
  'src/pages/Home.jsx': `${sdk}export const a = () => base44.entities.Task.list();`,
};
const exportOf = async (texts: Readonly<Record<string, string>>): Promise<DataExport> =>
  exitOf(await exitInput({ ...app, ...texts })).dataExport;
const entry = 'base44/functions/exportData/entry.ts';

describe('the way out for rows', () => {
  it('is none where nothing writes data out', async () => {
    expect(await exportOf({})).toEqual({
      verdict: 'none',
      entities: 2,
      paths: [],
      missed: ['Note', 'Task'],
      inPart: [],
      firstRowsOnly: [],
    });
  });

  it('is partial where an entity is missed, and names it', async () => {
    expect(await exportOf({ [entry]: backend('await base44.asServiceRole.entities.Task.list();') })).toMatchObject({
      verdict: 'partial',
      paths: [{ name: 'exportData', by: 'function', entities: ['Task'], pages: [], dynamic: false }],
      missed: ['Note'],
      firstRowsOnly: ['Task'],
    });
  });

  it('is partial where a condition leaves rows out', async () => {
    const body =
      "await base44.asServiceRole.entities.Task.filter({ title: 'a' });\n  await base44.asServiceRole.entities.Note.filter({});";
    expect(await exportOf({ [entry]: backend(body) })).toMatchObject({
      verdict: 'partial',
      paths: [{ entities: ['Note', 'Task'], whole: ['Note'] }],
      missed: [],
      inPart: ['Task'],
    });
  });

  it('is complete where a list of names holds every entity, page by page', async () => {
    const body = `for (const name of ['Task', 'Note']) {
      for (let skip = 0; skip < 100000; skip += 500) await base44.asServiceRole.entities[name].list('-created_date', 500, skip);
    }`;
    expect(await exportOf({ [entry]: backend(body) })).toMatchObject({
      verdict: 'complete',
      missed: [],
      firstRowsOnly: [],
    });
  });

  it('cannot be told where only the run decides the names', async () => {
    const body =
      'const { names } = await req.json();\n  for (const name of names) await base44.asServiceRole.entities[name].list();';
    expect(await exportOf({ [entry]: backend(body) })).toMatchObject({
      verdict: 'unknown',
      missed: ['Note', 'Task'],
      paths: [{ dynamic: true }],
    });
  });

  it('counts what a page asks a function for', async () => {
    expect(
      await exportOf({
        'base44/functions/collect/entry.ts': backend('await base44.asServiceRole.entities.Note.list();'),
        'src/pages/BackupPage.jsx': `${sdk}export const a = () => base44.functions.invoke('collect');`,
      }),
    ).toMatchObject({
      verdict: 'partial',
      paths: [{ file: 'src/pages/BackupPage.jsx', entities: ['Note'] }],
      missed: ['Task'],
    });
  });
});

test('an app without entities has nothing to write out', async () => {
  expect(
    exitOf(await exitInput({ 'src/pages/Home.jsx': `${sdk}export const a = () => base44.auth.me();` })).dataExport
      .verdict,
  ).toBe('no-entities');
});

test('writing rows is not taking them out', async () => {
  expect((await exportOf({ [entry]: backend('await base44.asServiceRole.entities.Task.create({});') })).verdict).toBe(
    'none',
  );
});
