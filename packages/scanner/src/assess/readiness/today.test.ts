import type { App, SdkVersion } from '@base44-lint/model';
import { describe, expect, it, test } from 'vitest';
import { readinessInput } from '../../testing/readiness.js';
import { levelsToday, todayOf, type Present } from './today.js';

const { app } = readinessInput();
const withSdk = (version: string | null, source: SdkVersion['source'] = 'lock'): App => ({
  ...app,
  sdk: { version, source },
});
const present = (overrides: Partial<Present> = {}): Present => ({
  app: withSdk('0.8.50'),
  needs: null,
  shown: [],
  ...overrides,
});

describe('compliance at level 0', () => {
  const levels = (overrides: Partial<Present>) => levelsToday('regulatory-compliance', [0], present(overrides));

  it('may stand or not while nobody said which framework it is', () => {
    expect(levels({})).toEqual([0, 2]);
  });

  it('is lifted for SOC 2 alone', () => {
    expect(levels({ needs: ['soc2'] })).toEqual([2]);
  });

  test.each([['hipaa'], ['pci'], ['soc2', 'hipaa']] as const)('stands for %s %s', (...needs) => {
    expect(levels({ needs: needs.filter((need) => need !== undefined) })).toEqual([0]);
  });

  it('stands where the export itself shows the need, whatever the owner names', () => {
    expect(levels({ shown: ['pci'] })).toEqual([0]);
    expect(levels({ shown: ['hipaa'], needs: ['soc2'] })).toEqual([0]);
  });
});

describe('real time', () => {
  const levels = (level: 0 | 1, overrides: Partial<Present> = {}) =>
    levelsToday('realtime', [level], present(overrides));

  it('is workable with a SDK that has change feeds and actors', () => {
    expect([levels(0), levels(1)]).toEqual([[2], [2]]);
  });

  it('follows the version of this app', () => {
    const old = { app: withSdk('0.8.20') };
    expect([levels(0, old), levels(1, old)]).toEqual([[0], [2]]);
    const older = { app: withSdk('0.8.10') };
    expect([levels(0, older), levels(1, older)]).toEqual([[0], [1]]);
  });

  it('is open where only a lower bound of the version is known, or none', () => {
    expect(levels(0, { app: withSdk('0.8.20', 'range') })).toEqual([0, 2]);
    expect(levels(1, { app: withSdk('0.8.20', 'range') })).toEqual([2]);
    expect(levels(1, { app: withSdk(null, 'none') })).toEqual([1, 2]);
  });
});

it('leaves availability and every other level as they are', () => {
  expect(levelsToday('availability', [0, 1, 4], present())).toEqual([0, 1, 4]);
  expect(levelsToday('team-capacity', [0, 2], present())).toEqual([0, 2]);
});

it('says why, with the state of the platform, its source and its date', () => {
  const { notes, levels } = todayOf('realtime', [0, 1, 2, 3], present({ app: withSdk('0.8.20') }))!;
  expect(levels).toEqual({ low: 0, high: 3 });
  expect(notes).toMatchObject([
    { level: 0, becomes: { low: 0, high: 0 }, since: '0.8.41', status: 'lifted' },
    { level: 1, becomes: { low: 2, high: 2 }, since: '0.8.16', status: 'lifted' },
  ]);
  expect(notes[0]!.text).toContain('The SDK of this app (0.8.20) lacks it; it came with 0.8.41.');
  expect(notes[1]!.sources.map(({ url }) => url)).toContain('https://www.npmjs.com/package/@base44/sdk');
  expect(notes[1]!.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('speaks only of the frameworks that are needed', () => {
  const named = (overrides: Partial<Present>) =>
    todayOf('regulatory-compliance', [0], present(overrides))!.notes.map(({ limitation }) => limitation);
  expect(named({})).toEqual(['comp-no-hipaa', 'comp-pci', 'comp-no-soc2']);
  expect(named({ needs: ['soc2'] })).toEqual(['comp-no-soc2']);
});

it('has nothing to say where no level rests on a limitation', () => {
  expect(todayOf('realtime', [2, 3], present())).toBeNull();
  expect(todayOf('roadmap-horizon', [0], present())).toBeNull();
});
