import { describe, expect, it } from 'vitest';
import { jsonReport } from '../result.js';
import { clean, everyday, options, sampleApp, sampleFinding, sampleResult } from '../testing/sample.js';
import { json } from './json.js';

describe('JSON report', () => {
  it.each([
    ['one app', everyday],
    ['a clean app', clean],
    ['several apps', sampleResult(sampleApp([sampleFinding()]), sampleApp([]))],
  ])('has the published shape for %s', (_, result) => {
    expect(jsonReport.safeParse(JSON.parse(json(result, options).output)).error).toBeUndefined();
  });

  it('puts one app at the top level and several under apps', () => {
    expect(JSON.parse(json(everyday, options).output)).toMatchObject({
      app: { name: 'Harbor CRM' },
      findings: [{}, {}],
    });
    const two = JSON.parse(json(sampleResult(sampleApp([]), sampleApp([])), options).output) as object;
    expect(two).toHaveProperty('apps.length', 2);
    expect(two).not.toHaveProperty('findings');
  });

  it('leaves findings below the wanted severity out, and counts them still', () => {
    const report = JSON.parse(json(everyday, { ...options, minSeverity: 'critical' }).output) as {
      findings: object[];
      limitations: { id: string; counts: object }[];
    };
    expect(report.findings).toHaveLength(1);
    expect(report.limitations.find(({ id }) => id === 'data-default-open')?.counts).toMatchObject({
      critical: 1,
      suppressed: 1,
    });
  });
});
