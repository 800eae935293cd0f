import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText, resultWith } from '../testing/hostile.js';
import { clean, everyday, options, sampleApp, sampleFinding, sampleResult } from '../testing/sample.js';
import { codeclimate } from './codeclimate.js';

interface Issue {
  readonly description: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const issuesOf = (...args: Parameters<typeof codeclimate>): Issue[] =>
  JSON.parse(codeclimate(...args).output) as Issue[];

describe('GitLab Code Quality report', () => {
  it('holds the open findings, each with what GitLab needs', () => {
    expect(issuesOf(everyday, options)).toMatchInlineSnapshot(`
      [
        {
          "categories": [
            "Security",
          ],
          "check_name": "base44/no-unfiltered-list",
          "content": {
            "body": "Give Client a read rule, or read only the rows of the signed-in user with filter().",
          },
          "description": "Everyone who opens this app can read every row of Client.",
          "fingerprint": "0123456789abcdef0123456789abcdef",
          "location": {
            "lines": {
              "begin": 12,
              "end": 12,
            },
            "path": "src/pages/Clients.jsx",
          },
          "severity": "blocker",
          "type": "issue",
        },
      ]
    `);
    expect(issuesOf(clean, options)).toEqual([]);
  });

  it('gives each severity a word of its own', () => {
    const findings = (['critical', 'high', 'medium', 'low', 'info'] as const).map((severity) =>
      sampleFinding({ severity }),
    );
    expect(issuesOf(sampleResult(sampleApp(findings)), options).map(({ severity }) => severity)).toEqual([
      'blocker',
      'critical',
      'major',
      'minor',
      'info',
    ]);
  });

  it('names files from the root of the repository, without ./', () => {
    const [issue] = issuesOf(everyday, { ...options, repositoryPath: 'clients/harbor' });
    expect(issue!.location.path).toBe('clients/harbor/src/pages/Clients.jsx');
  });

  it('has no fingerprint twice, also for equal findings of several apps', () => {
    const apps = ['', 'apps/one', 'apps/two'].map((root) =>
      sampleApp([sampleFinding(), sampleFinding(), sampleFinding()], { app: { ...everyday.apps[0]!.app, root } }),
    );
    const fingerprints = issuesOf(sampleResult(...apps), options).map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(9);
  });

  it('is one entry a finding, whatever the app holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const issues = issuesOf(resultWith(text), options);
        expect(issues).toHaveLength(1);
        expect(issues[0]!.description).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(issues[0]!.location.path).toBe(text);
      }),
    );
  });
});
