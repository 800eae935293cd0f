import { describe, expect, it } from 'vitest';
import { clientMembers, entityMethods, inventedMembers, sdkCapabilities } from './capabilities.js';
import { examinedVersions, latestExamined } from './examined-versions.js';
import { sinceVersion, supports } from './supports.js';
import { compareVersions } from './version.js';

describe('supports', () => {
  it.each([
    ['0.8.48', 'entities.count', 'no'],
    ['0.8.49', 'entities.count', 'yes'],
    ['0.1.2', 'entities.deleteMany', 'yes'],
    ['0.8.50', 'asServiceRole.connectors.callApi', 'yes'],
    ['0.8.43', 'asServiceRole.connectors.callApi', 'no'],
    ['0.8.6', 'functions.fetch', 'no'],
    ['0.8.50', 'export:createClientFromRequest', 'yes'],
  ])('%s and %s: %s', (version, member, expected) => expect(supports(version, member)).toBe(expected));

  it.each([null, '^0.8.49', 'latest', ''])('is unknown without an exact version (%s)', (version) => {
    expect(supports(version, 'entities.list')).toBe('unknown');
  });

  it('takes a version above the latest examined as at least that one', () => {
    expect(supports('0.8.52', 'entities.upsert')).toBe('yes');
    expect(supports('1.0.0', 'entities.upsert')).toBe('yes');
    expect(supports('0.8.52', 'auth.login')).toBe('no');
  });

  it('does not guess what a newer version has added', () => {
    expect(supports('0.8.52', 'accounts')).toBe('unknown');
    expect(supports('0.8.50', 'accounts')).toBe('no');
  });

  it.each(Object.keys(inventedMembers))('%s never existed, for either client and any version', (member) => {
    for (const version of [null, '0.1.2', '0.8.50', '9.9.9']) expect(supports(version, member)).toBe('no');
    expect(supports('0.8.50', `asServiceRole.${member}`)).toBe('no');
  });

  it('refuses a name that an enumerated object lacks', () => {
    expect(supports('0.8.50', 'entities.findById')).toBe('no');
    expect(supports('0.8.50', 'asServiceRole.auth')).toBe('no');
    expect(supports('0.8.50', 'asServiceRole.connectors.connectAppUser')).toBe('no');
  });

  it('is unknown below an object that forwards every name', () => {
    expect(supports('0.8.50', 'integrations.Core.GenerateVideo')).toBe('unknown');
    expect(supports('0.8.50', 'entities.filter.$text')).toBe('unknown');
  });

  it('is unknown, not no, where an older client passed the option through', () => {
    expect(supports('0.8.6', 'integrations.Core.InvokeLLM')).toBe('unknown');
    expect(supports('0.8.26', 'entities.filter.$regex')).toBe('unknown');
    expect(supports('0.8.27', 'entities.filter.$regex')).toBe('yes');
  });

  it('knows that an option of a call came with the client that reads it', () => {
    expect(supports('0.8.48', 'entities.list.cursor')).toBe('no');
    expect(supports('0.8.49', 'asServiceRole.entities.list.cursor')).toBe('yes');
    expect(supports('0.8.10', 'asServiceRole.integrations.custom.call')).toBe('no');
    expect(supports('0.8.11', 'asServiceRole.integrations.custom.call')).toBe('yes');
  });

  it('is unknown in a gap between two examined versions', () => {
    expect(supports('0.8.20', 'entities.updateMany')).toBe('no');
    expect(supports('0.8.21', 'entities.updateMany')).toBe('unknown');
    expect(supports('0.8.22', 'entities.updateMany')).toBe('yes');
    expect(supports('0.2.0', 'auth.login')).toBe('unknown');
    expect(supports('0.0.9', 'entities.list')).toBe('unknown');
  });

  it('closes a gap with a git tag', () => {
    expect(supports('0.8.13', 'entities.subscribe')).toBe('no');
    expect(supports('0.8.14', 'entities.subscribe')).toBe('yes');
  });

  it('forgets what was removed', () => {
    expect(supports('0.8.22', 'connectors.getCurrentAppUserAccessToken')).toBe('yes');
    expect(supports('0.8.23', 'connectors.getCurrentAppUserAccessToken')).toBe('no');
    expect(supports('0.8.42', 'export:Actor.startLoop')).toBe('no');
  });

  it('says yes at the first version of every member', () => {
    for (const [member, { first }] of Object.entries(sdkCapabilities))
      expect(supports(first, member), member).toBe('yes');
  });
});

describe('sinceVersion', () => {
  it('gives the earliest examined version', () => {
    expect(sinceVersion('entities.subscribe')).toBe('0.8.16');
    expect(sinceVersion('asServiceRole.entities.filter.$regex')).toBe('0.8.27');
  });

  it('is null for what is not recorded', () => expect(sinceVersion('entities.findOne')).toBeNull());
});

describe('the data', () => {
  it('lists the examined versions in order, the latest last', () => {
    expect([...examinedVersions].sort(compareVersions)).toEqual(examinedVersions);
    expect(examinedVersions.at(-1)).toBe(latestExamined);
  });

  it.each(Object.entries(sdkCapabilities))('%s has examined versions in order', (_, { first, last, tagged, basis }) => {
    expect(examinedVersions).toContain(first);
    if (last !== null) expect(compareVersions(first, last)).toBeLessThanOrEqual(0);
    if (tagged !== undefined) expect(compareVersions(tagged, first)).toBeLessThan(0);
    if (tagged !== undefined) expect(basis).toBe('runtime');
  });

  it('lists methods and members that the model needs', () => {
    expect(entityMethods).toEqual(
      'aggregate bulkCreate bulkUpdate count create delete deleteMany filter get importEntities list subscribe update updateMany upsert'.split(
        ' ',
      ),
    );
    expect(clientMembers).toEqual(
      expect.arrayContaining(['asServiceRole', 'auth', 'entities', 'functions', 'integrations']),
    );
  });
});
