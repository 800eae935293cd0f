import { describe, expect, it } from 'vitest';
import { compareVersions, isVersion } from './version.js';

describe('compareVersions', () => {
  it('orders numerically, not as text', () => {
    expect(['0.8.9', '0.8.50', '0.10.0', '0.8.6', '1.0.0'].sort(compareVersions)).toEqual([
      '0.8.6',
      '0.8.9',
      '0.8.50',
      '0.10.0',
      '1.0.0',
    ]);
  });

  it.each([
    ['0.8.31', '0.8.31', 0],
    ['v0.8.31', '0.8.31', 0],
    ['0.8.31+build.7', '0.8.31', 0],
    ['0.8.31-rc.1', '0.8.31', -1],
    ['0.8.31-rc.1', '0.8.30', 1],
    ['0.8.31', '0.8.31-rc.1', 1],
  ])('%s against %s gives the sign %i', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });

  it('names the text that is no version', () => {
    expect(() => compareVersions('^0.8.0', '0.8.50')).toThrow("'^0.8.0' is not a version; pass x.y.z, such as 0.8.50.");
  });
});

describe('isVersion', () => {
  it.each(['0.8.50', ' 0.8.50 ', 'v1.2.3', '1.2.3-beta.4'])('takes %s', (text) => expect(isVersion(text)).toBe(true));
  it.each(['', '^0.8.0', '~0.8.31', 'latest', '0.8', '0.8.x', '>=0.8.0 <1', 'npm:@base44/sdk@0.8.31'])(
    'refuses "%s"',
    (text) => expect(isVersion(text)).toBe(false),
  );
});
