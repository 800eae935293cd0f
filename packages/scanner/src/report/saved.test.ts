import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText, resultWith } from '../testing/hostile.js';
import { clean, everyday, options, sampleApp, sampleFinding, sampleResult } from '../testing/sample.js';
import { formats, reporterOf } from './index.js';
import { json } from './json.js';
import { NotSavedError, readSaved } from './saved.js';

const saved = (result = everyday, more = {}): string => json(result, { ...options, ...more }).output;
const faultOf = (text: string): string => {
  try {
    readSaved(text);
  } catch (error) {
    if (error instanceof NotSavedError) return error.message;
    throw error;
  }
  return 'none';
};
const changed = (
  change: (report: {
    schemaVersion: string;
    extra?: number;
    findings: { message?: string; severity: string }[];
  }) => void,
): string => {
  const report = JSON.parse(saved()) as Parameters<typeof change>[0];
  change(report);
  return JSON.stringify(report);
};

describe('a saved result', () => {
  it.each([
    ['one app', everyday],
    ['a clean app', clean],
    ['several apps', sampleResult(sampleApp([sampleFinding()]), sampleApp([]))],
    ['no app', sampleResult()],
  ])('is the same result when it is read: %s', (_, result) => {
    expect(readSaved(saved(result))).toEqual({ result, minSeverity: 'info', repositoryPath: '' });
  });

  it('says below which severity findings are missing, and where in the repository it was scanned', () => {
    const { result, ...view } = readSaved(
      saved(everyday, { minSeverity: 'critical', repositoryPath: 'clients/harbor' }),
    );
    expect(view).toEqual({ minSeverity: 'critical', repositoryPath: 'clients/harbor' });
    expect(result.apps[0]!.findings).toHaveLength(1);
  });

  it.each(formats)('gives the same %s report, whatever the app holds', async (format) => {
    const reporter = await reporterOf(format);
    const view = { ...options, repositoryPath: 'apps/one' };
    fc.assert(
      fc.property(hostileText, (text) => {
        const result = resultWith(text);
        const again = readSaved(saved(result, view));
        expect(reporter(again.result, { ...view, repositoryPath: again.repositoryPath })).toEqual(
          reporter(result, view),
        );
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['an empty file', '', /^no valid JSON, perhaps only a part of a file; save one with /],
    ['a file that was cut off', saved().slice(0, 900), /^no valid JSON, perhaps only a part of a file/],
    [
      'other JSON',
      '{"version":"2.1.0","runs":[]}',
      /^not a result of base44-scan; save one with base44-scan --output json=/,
    ],
    ['no object', 'null', /^not a result of base44-scan;/],
    [
      'a result of another schema',
      changed((report) => (report.schemaVersion = '2.0')),
      /^a result of schema version 2\.0, and this base44-scan reads 1\.0; scan again/,
    ],
    [
      'a missing part',
      changed((report) => delete report.findings[1]!.message),
      /^not a whole result of base44-scan \(findings\[1\]\.message: .*\); scan again\.$/,
    ],
    [
      'a wrong value',
      changed((report) => (report.findings[0]!.severity = 'fatal')),
      /^not a whole result of base44-scan \(findings\[0\]\.severity: .*\); scan again\.$/,
    ],
    [
      'a part that nobody knows',
      changed((report) => (report.extra = 1)),
      /^not a whole result of base44-scan \(.*extra.*\); scan again\.$/,
    ],
  ])('is told in one sentence from %s', (_, text, message) => {
    expect(faultOf(text)).toMatch(message);
  });

  it('is never half believed: any text is either read whole or refused in one clean line', () => {
    const whole = saved();
    fc.assert(
      fc.property(fc.nat(whole.length - 2), hostileText, (at, text) => {
        const fault = faultOf(whole.slice(0, at) + text + whole.slice(at + 1));
        expect(fault).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(fault.length).toBeLessThan(400);
      }),
    );
  });
});
