import { describe, expect, it, test } from 'vitest';
import { inventedMembers, sdkCapabilities } from '../sdk/capabilities.js';
import { exitFramework } from './framework.js';
import { exitGroupIds } from './group-ids.js';
import { exitGroupOf } from './group-of.js';
import { exitGroups } from './groups.js';
import { templateParts } from './template.js';
import { exitWeightIds } from './weight.js';
import { exitWeights } from './weights.js';

describe('what takes the place of a member', () => {
  test('is known for each member of each examined SDK version, for both clients', () => {
    const members = Object.keys(sdkCapabilities);
    expect(members.filter((member) => exitGroupOf(member) === null)).toEqual([]);
    expect(
      members.filter((member) => exitGroupOf(member) !== exitGroupOf(member.replace('asServiceRole.', ''))),
    ).toEqual([]);
  });

  test.each([
    ['entities.filter', 'records'],
    ['asServiceRole.entities.filter', 'records'],
    ['entities.subscribe', 'live-records'],
    ['auth.me', 'accounts'],
    ['auth.inviteUser', 'invitations'],
    ['integrations.Core.InvokeLLM', 'language-models'],
    ['integrations.Core.UploadPrivateFile', 'file-storage'],
    ['integrations.Core.SendSMS', 'text-messages'],
    ['integrations.Core.Whatever', 'other-integrations'],
    ['integrations.custom.call', 'custom-integrations'],
    ['asServiceRole.sso.getIdToken', 'single-sign-on'],
    ['asServiceRole.connectors.getConnection', 'connectors'],
    ['export:Actor.handleTick', 'actors'],
    ['fetchWithAuth', 'client'],
  ])('%s: %s', (member, group) => expect(exitGroupOf(member)).toBe(group));

  test('is nothing for a module that no version has', () => {
    expect(exitGroupOf('accounts.list')).toBeNull();
    expect(Object.keys(inventedMembers).filter((member) => exitGroupOf(member) === null)).toEqual([]);
  });
});

describe('groups', () => {
  test.each(exitGroupIds)('%s says what takes its place, in whole sentences', (id) => {
    const { replacement, note, title } = exitGroups[id];
    for (const text of [replacement, note]) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(title).not.toMatch(/\.$/);
  });

  test('stand under their own id and have weights, so that each costs something to leave', () => {
    expect(exitGroupIds.filter((id) => exitGroups[id].id !== id)).toEqual([]);
    const weighed = new Set(Object.values(exitWeights).map(({ group }) => group));
    expect(exitGroupIds.filter((id) => !weighed.has(id))).toEqual([]);
  });
});

describe('weights', () => {
  test.each(exitWeightIds)('%s is a range of hours, with what is done in them', (id) => {
    const { hours, covers, unit, units } = exitWeights[id];
    expect(hours.low).toBeGreaterThan(0);
    expect(hours.high).toBeGreaterThan(hours.low);
    // Terms are rounded to hundredths, so a finer weight would be lost for one unit.
    expect(hours.low * 1000 - Math.round(hours.low * 1000)).toBeCloseTo(0);
    expect(covers).toMatch(/^[A-Z].*\.$/);
    expect(`${unit} ${units}`).not.toMatch(/^(?:an? |the )|\.$/);
  });
});

describe('framework', () => {
  it('implies the rates that it names', () => {
    const { hours, cost, rate } = exitFramework;
    expect([rate.smallest, rate.largest]).toEqual([cost.low / hours.low, cost.high / hours.high]);
    expect(rate).toEqual({ smallest: 150, largest: 100 });
  });
});

describe('template', () => {
  it('calls only members that some version of the SDK has', () => {
    const called = templateParts.flatMap(({ members }) => members);
    expect(called.filter((member) => !Object.hasOwn(sdkCapabilities, member))).toEqual([]);
  });

  it('names each file once', () => {
    const paths = templateParts.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
