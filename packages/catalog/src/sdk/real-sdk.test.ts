import * as sdk0850 from '@base44/sdk';
import * as sdk0831 from 'sdk-0-8-31';
import * as sdk086 from 'sdk-0-8-6';
import { afterAll, describe, expect, it } from 'vitest';
import { entityMethods, inventedMembers } from './capabilities.js';
import { runtimeMembers } from './runtime-members.js';
import { supports } from './supports.js';

type Fields = Readonly<Record<string, unknown>>;

/** Members as the catalogue spells them, read from the objects that this version of the SDK really builds. */
function membersOf(client: Fields, exports: Fields): string[] {
  const nested = (object: Fields, prefix: string): string[] =>
    Object.keys(object).flatMap((name) => {
      const value = object[name] as Fields | null;
      const below = typeof value === 'object' && value !== null ? childrenOf(name, value) : {};
      return [`${prefix}${name}`, ...nested(below, `${prefix}${name}.`)];
    });
  return [...nested(client, ''), ...Object.keys(exports).map((name) => `export:${name}`)].sort();
}

/** `entities` and `integrations` are proxies without own keys: look behind them. `actors` forwards every name. */
function childrenOf(name: string, module: Fields): Fields {
  if (name === 'entities') return module['Task'] as Fields;
  return module;
}

// No request leaves: creating a client sends nothing, nothing is called, and the address refuses connections anyway.
const config = { appId: 'x', token: 'user', serviceToken: 'service', serverUrl: 'http://127.0.0.1:9' };
const versions = [
  { version: '0.8.50', exports: sdk0850, client: sdk0850.createClient(config) },
  { version: '0.8.31', exports: sdk0831, client: sdk0831.createClient(config) },
  { version: '0.8.6', exports: sdk086, client: sdk086.createClient(config) },
].map(({ version, exports, client }) => ({
  version,
  exports,
  client: client as unknown as Fields & { cleanup(): void },
}));

afterAll(() => versions.forEach(({ client }) => client.cleanup()));

describe.each(versions)('@base44/sdk $version', ({ version, client, exports }) => {
  const real = membersOf(client, exports);
  const custom = (client['integrations'] as Fields)['custom'] as Fields;

  it('has exactly the members that the catalogue says', () => {
    const recorded = Object.keys(runtimeMembers).filter((member) => member !== 'integrations.custom.call');
    expect(recorded.filter((member) => supports(version, member) === 'yes').sort()).toEqual(real);
  });

  it('has an own custom.call, and not only a forwarded name, when the catalogue says so', () => {
    expect(Object.keys(custom).includes('call') ? 'yes' : 'no').toBe(supports(version, 'integrations.custom.call'));
  });

  it.each(Object.keys(inventedMembers))('lacks %s', (member) => {
    const [module = '', name = ''] = member.split('.');
    const holder = childrenOf(module, client[module] as Fields);
    expect(name in holder).toBe(false);
  });

  it('hides the service role from a client without a service token', () => {
    const { createClient } = exports as unknown as typeof sdk0850;
    expect(() => createClient({ appId: 'x' }).asServiceRole).toThrow('Service token is required');
  });
});

describe('a sample over the three versions, oldest first', () => {
  const sample: readonly (readonly [member: string, in086: boolean, in0831: boolean, in0850: boolean])[] = [
    ['entities.list', true, true, true],
    ['entities.deleteMany', true, true, true],
    ['entities.bulkCreate', true, true, true],
    ['entities.updateMany', false, true, true],
    ['entities.bulkUpdate', false, true, true],
    ['entities.subscribe', false, true, true],
    ['entities.count', false, false, true],
    ['entities.aggregate', false, false, true],
    ['entities.upsert', false, false, true],
    ['asServiceRole.entities.deleteMany', true, true, true],
    ['asServiceRole.entities.count', false, false, true],
    ['asServiceRole.connectors.getAccessToken', true, true, true],
    ['asServiceRole.connectors.getConnection', false, true, true],
    ['asServiceRole.connectors.callApi', false, false, true],
    ['asServiceRole.sso.getIdToken', false, false, true],
    ['asServiceRole.auth', false, false, false],
    ['auth.me', true, true, true],
    ['auth.login', false, false, false],
    ['auth.loginWithProvider', false, true, true],
    ['auth.hasToken', false, false, true],
    ['functions.invoke', true, true, true],
    ['functions.fetch', false, true, true],
    ['connectors.connectAppUser', false, true, true],
    ['users.inviteUser', true, true, true],
    ['analytics.track', false, true, true],
    ['aiGateway.connection', false, false, true],
    ['actors', false, false, true],
    ['fetchWithAuth', false, false, true],
    ['export:createClientFromRequest', true, true, true],
    ['export:Actor', false, false, true],
  ];

  it.each(sample)('%s', (member, in086, in0831, in0850) => {
    const expected = { '0.8.6': in086, '0.8.31': in0831, '0.8.50': in0850 };
    for (const { version, client, exports } of versions) {
      const has = expected[version as keyof typeof expected];
      expect(membersOf(client, exports).includes(member), `${version} at run time`).toBe(has);
      expect(supports(version, member), `${version} in the catalogue`).toBe(has ? 'yes' : 'no');
    }
  });

  it('covers methods that are callable', () => {
    const task = (versions[0]!.client['entities'] as Fields)['Task'] as Fields;
    for (const method of entityMethods) expect(task[method], method).toBeTypeOf('function');
  });
});
