import { describe, expect, test } from 'vitest';
import { contextKeysOf } from './context-keys.js';
import { viewOf } from './testing/view.js';

const client = `import { base44 } from '@/api/base44Client';\nconst { Task, Note } = base44.entities;\n`;
const keysIn = (code: string) => contextKeysOf([viewOf(client + code)]).map(({ field, count }) => `${field} ${count}`);

describe('fields that code fills from the context', () => {
  test.each([
    [
      'from the signed-in user',
      `const user = await base44.auth.me(); Task.filter({ org_id: user.org_id });`,
      'org_id 1',
    ],
    [
      'from custom data of the user',
      `const { user } = useAuth(); Task.filter({ org_id: user.data.org_id });`,
      'org_id 1',
    ],
    [
      'from a hook',
      `const { currentUser } = useCurrentUser(); Task.filter({ branch: currentUser.branch });`,
      'branch 1',
    ],
    [
      'the id of the tenant',
      `const { activeOrg } = useOrganization(); Task.filter({ org_id: activeOrg.id });`,
      'org_id 1',
    ],
    ['optional', `const { currentTeam } = useTeam(); Task.filter({ team_id: currentTeam?.id });`, 'team_id 1'],
    [
      'in what is created',
      `const { family } = useFamily(); Task.create({ family_id: family.id, title });`,
      'family_id 1',
    ],
    [
      'in a bulk delete',
      `const { store } = useStore(); Task.deleteMany({ store_id: store.id, done: true });`,
      'store_id 1',
    ],
  ])('%s', (_, code, expected) => {
    expect(keysIn(code)).toEqual([expected]);
  });

  test.each([
    ["the user's own id, which is an owner", `const { user } = useAuth(); Task.filter({ user_id: user.id });`],
    ['a member of another name', `const { user } = useAuth(); Task.filter({ color: user.theme });`],
    ['the id of something else', `const { project } = useProject(); Task.filter({ project_id: project.id });`],
    ['a constant', `Task.filter({ org_id: 'one' });`],
    ['a parameter', `export const load = (org_id) => Task.filter({ org_id });`],
    [
      'what is changed, not created',
      `const { activeOrg } = useOrganization(); Task.update(id, { org_id: activeOrg.id });`,
    ],
    ['a condition out of sight', `const { user } = useAuth(); Task.filter(scopeOf(user));`],
  ])('not from %s', (_, code) => {
    expect(keysIn(code)).toEqual([]);
  });

  test('places of all files are counted, the most frequent field first, then by name', () => {
    const page = (entity: string, field: string) =>
      viewOf(
        `${client}export const Page = () => { const { activeOrg } = useOrganization(); ${entity}.filter({ ${field}: activeOrg.id }); };`,
      );
    const views = [page('Task', 'zone_id'), page('Note', 'org_id'), page('Task', 'org_id'), page('Task', 'area_id')];
    expect(contextKeysOf(views)).toEqual([
      { field: 'org_id', count: 2 },
      { field: 'area_id', count: 1 },
      { field: 'zone_id', count: 1 },
    ]);
  });
});
