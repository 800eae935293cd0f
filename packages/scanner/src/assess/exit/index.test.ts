import { describe, expect, it, test } from 'vitest';
import { exitSection, type ExitSection } from '../../result/exit.js';
import { backend, exitInput, sdk, smallApp } from '../../testing/exit-input.js';
import { exitOf } from './index.js';

const sectionOf = async (texts: Readonly<Record<string, string>>): Promise<ExitSection> =>
  exitOf(await exitInput(texts));
const small = await sectionOf(smallApp);

test('the section is what the schema of the result says', () => {
  expect(exitSection.parse(small)).toEqual(small);
});

describe('the inventory', () => {
  it('tells calls of the app from those of the template', () => {
    expect(
      small.uses.map(({ member, zone, code, calls, asService }) => [member, zone, code, calls, asService]),
    ).toEqual([
      ['auth.logout', 'frontend', 'template', 1, 0],
      ['auth.me', 'frontend', 'template', 1, 0],
      ['entities.create', 'frontend', 'own', 1, 0],
      ['entities.filter', 'function', 'own', 1, 1],
      ['entities.list', 'frontend', 'own', 1, 0],
      ['functions.invoke', 'frontend', 'own', 1, 0],
      ['integrations.Core.InvokeLLM', 'frontend', 'own', 1, 0],
      ['integrations.Core.SendEmail', 'function', 'own', 1, 0],
      ['integrations.Core.UploadFile', 'frontend', 'own', 1, 0],
    ]);
  });

  it.each([
    [
      'what was added to a file of the template is own',
      'src/lib/AuthContext.jsx',
      `${sdk}export const a = () => base44.entities.Client.list();`,
      'own',
    ],
    [
      'a file of that name elsewhere is own',
      'src/features/AuthContext.jsx',
      `${sdk}export const a = () => base44.auth.me();`,
      'own',
    ],
    [
      'session code that was moved is still known by its import',
      'src/session/Session.jsx',
      `${sdk}import { createAxiosClient } from '@base44/sdk/dist/utils/axios-client';\nexport const a = () => base44.auth.me(createAxiosClient);`,
      'template',
    ],
  ])('%s', async (_, file, text, code) => {
    expect((await sectionOf({ 'src/api/base44Client.js': '', [file]: text })).uses).toMatchObject([{ code }]);
  });

  it('holds entities with relations, rules to build again, and what they hold', () => {
    expect(small.entities).toMatchObject([
      {
        name: 'Client',
        fields: 4,
        relations: [],
        rules: [
          { operations: ['create', 'read', 'update'], access: 'owner' },
          { operations: ['delete'], access: 'role' },
        ],
        open: [],
        sensitive: ['email'],
        fileFields: ['photo_url'],
      },
      {
        name: 'Task',
        relations: [
          { field: 'client_id', entity: 'Client' },
          { field: 'parent_id', entity: 'Task' },
        ],
        rules: [],
        open: ['create', 'read', 'update', 'delete'],
      },
    ]);
  });

  it.each([
    ['assigned_client_ids', [{ field: 'assigned_client_ids', entity: 'Client' }]],
    ['owner_user_id', [{ field: 'owner_user_id', entity: 'User' }]],
    ['external_client_id', []],
    ['note_id', []],
    ['client_name', []],
  ])('takes %s for a relation or not, by its name', async (field, relations) => {
    const note = {
      name: 'Note',
      type: 'object',
      properties: { [field]: { type: field.endsWith('s') ? 'array' : 'string' } },
    };
    const { entities } = await sectionOf({ ...smallApp, 'base44/entities/Note.jsonc': JSON.stringify(note) });
    expect(entities.find(({ name }) => name === 'Note')!.relations).toEqual(relations);
  });

  it('says unknown, not zero, of an entity without schema', async () => {
    const { entities } = await sectionOf({
      'src/pages/A.jsx': `${sdk}export const a = () => base44.entities.Ghost.list();`,
    });
    const [ghost] = entities;
    expect(ghost).toMatchObject({ name: 'Ghost', schema: null, fields: null, rules: null, sensitive: null });
  });

  it('holds functions with their length and role', () => {
    expect(small.functions).toMatchObject([{ name: 'remind', lines: 8, serviceRole: true, automations: 0 }]);
  });

  it('counts a minified function as if it were not', async () => {
    const body = 'await base44.entities.Task.list();'.repeat(20);
    const { functions } = await sectionOf({ 'base44/functions/a/entry.ts': backend(body) });
    expect(functions[0]!.lines).toBeGreaterThanOrEqual(14);
  });

  it('leaves out what lies with a client of the app itself', async () => {
    const shim = 'export const base44 = { entities: { Task: { list: async () => [] } } };\n';
    const { uses, caveats } = await sectionOf({
      'src/api/base44Client.js': shim,
      'src/pages/A.jsx': `${sdk}export const a = () => base44.entities.Task.list();`,
    });
    expect(uses).toEqual([]);
    expect(caveats[0]).toContain('Nothing in this app calls the platform');
  });

  it('says of every part what takes its place, how portable it is, and where that is written', () => {
    expect(small.parts.map(({ group, portability }) => `${group}: ${portability}`)).toEqual([
      'records: adapter',
      'access-rules: rewrite',
      'language-models: adapter',
      'file-storage: adapter',
      'mail: adapter',
      'accounts: adapter',
      'functions: adapter',
      'client: rewrite',
      'hosting: as-is',
    ]);
    for (const { replacement, source } of small.parts) {
      expect(replacement).not.toBe('');
      expect(source.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('what the export lacks', () => {
  it('names functions, entities and secrets', async () => {
    const { sanity } = await sectionOf({
      ...smallApp,
      'src/pages/More.jsx': `${sdk}export const a = () => base44.functions.invoke('gone');\nexport const b = () => base44.entities.Ghost.list();`,
    });
    expect(sanity).toMatchObject({ missingFunctions: ['gone'], missingEntities: ['Ghost'], secrets: ['MAIL_FOOTER'] });
    expect(sanity.notExportable[0]).toMatch(/^Passwords/);
  });
});

describe('explanations', () => {
  it('give for each term its count, its weight and the places that were counted', () => {
    const { explanations, estimate } = small;
    expect(explanations).toHaveLength(estimate.terms.length + 4);
    const entity = explanations.find(({ formula }) => formula.startsWith('2 entities'))!;
    expect(entity).toMatchObject({ value: '1 to 1.8 hours', formula: '2 entities × 0.5 to 0.9 hours' });
    expect(entity.facts.slice(1).map(({ note, location }) => [note, location?.file])).toEqual([
      ['Client', 'base44/entities/Client.jsonc'],
      ['Task', 'base44/entities/Task.jsonc'],
    ]);
  });

  it('fill in the numbers of each step', () => {
    const { explanations, estimate } = small;
    const [sum, hours] = explanations.slice(-4);
    expect(sum!.formula).toBe(
      `${estimate.terms.map((term) => term.hours.low).join(' + ')} to ${estimate.terms.map((term) => term.hours.high).join(' + ')}`,
    );
    expect(hours!.formula).toContain(`${estimate.sum.low} to ${estimate.sum.high}, cut at 80 and 600`);
  });
});

test('more in the app never makes leaving cheaper', async () => {
  let before = small.estimate;
  const more: Readonly<Record<string, string>>[] = [
    {
      'base44/entities/Note.jsonc':
        '{ "name": "Note", "type": "object", "properties": { "task_id": { "type": "string" } } }',
    },
    { 'base44/functions/b/entry.ts': backend('await base44.entities.Task.list();') },
    { 'src/pages/B.jsx': `${sdk}export const a = () => base44.entities.Task.subscribe(() => {});` },
    { 'src/pages/C.jsx': `${sdk}export const a = () => base44.integrations.Core.GenerateImage({ prompt: 'x' });` },
    { 'base44/agents/helper.jsonc': '{ "name": "helper" }' },
    { 'base44/connectors/gmail.jsonc': '{ "type": "gmail", "scopes": [] }' },
  ];
  let texts = smallApp;
  for (const part of more) {
    texts = { ...texts, ...part };
    const after = (await sectionOf(texts)).estimate;
    expect(after.sum.low).toBeGreaterThan(before.sum.low);
    expect(after.sum.high).toBeGreaterThan(before.sum.high);
    before = after;
  }
});
