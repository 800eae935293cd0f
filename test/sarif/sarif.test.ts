import { describe, expect, it } from 'vitest';
import type { Log, Result } from 'sarif';
import { sarif } from '../../packages/scanner/src/report/sarif/index.js';
import {
  clean,
  everyday,
  options,
  sampleApp,
  sampleFinding,
  sampleResult,
  suppressed,
} from '../../packages/scanner/src/testing/sample.js';
import { validate } from './validate.js';

const logOf = (...args: Parameters<typeof sarif>): Log => JSON.parse(sarif(...args).output) as Log;
const onlyResult = (...args: Parameters<typeof sampleFinding>): Result =>
  logOf(sampleResult(sampleApp([sampleFinding(...args)])), options).runs[0]!.results![0]!;

const odd = sampleFinding({
  message: 'Anyone [can](https://evil.test) read "it" & more.',
  location: {
    file: 'src/pages/Über uns #1 100%/[id].jsx',
    start: { line: 11, column: 3 },
    end: { line: 13, column: 5 },
  },
  lineHash: null,
});
const secondApp = sampleApp([odd], { app: { ...everyday.apps[0]!.app, root: 'apps/second shop' } });

describe('SARIF report', () => {
  it.each([
    ['findings, suppressions and unread files', everyday],
    ['no findings', clean],
    ['several apps with odd file names', sampleResult(sampleApp([sampleFinding(), suppressed]), secondApp)],
  ])('satisfies the validator and GitHub: %s', (_, result) => {
    expect(validate(sarif(result, options).output)).toEqual([]);
  });

  it('is refused by the validator when a rule has no description, so that the check above can fail', () => {
    const log = logOf(everyday, options);
    log.runs[0]!.tool.driver.rules![0]!.shortDescription = { text: '' };
    expect(validate(JSON.stringify(log)).join('\n')).toMatch(/^error/m);
  });

  it('describes each rule in full', () => {
    const [rule] = logOf(everyday, options).runs[0]!.tool.driver.rules!;
    expect(rule).toMatchObject({
      id: 'base44/no-unfiltered-list',
      name: 'NoUnfilteredList',
      helpUri: expect.stringMatching(/docs\/rules\/no-unfiltered-list\.md$/) as string,
      defaultConfiguration: { level: 'error' },
      properties: {
        precision: 'high',
        'security-severity': '9.5',
        tags: ['security', 'base44', 'external/cwe/cwe-862', 'data-default-open'],
      },
    });
    expect(rule!.help!.markdown).toContain('**What to do.**');
    expect(rule!.fullDescription!.text.length).toBeLessThanOrEqual(1024);
  });

  it('gives a place that GitHub can open', () => {
    const { physicalLocation } = onlyResult().locations![0]!;
    expect(physicalLocation).toEqual({
      artifactLocation: { uri: 'src/pages/Clients.jsx', uriBaseId: 'SRCROOT' },
      region: {
        startLine: 12,
        startColumn: 24,
        endLine: 12,
        endColumn: 53,
        snippet: { text: 'base44.entities.Client.list()' },
      },
      contextRegion: {
        startLine: 11,
        endLine: 13,
        snippet: { text: expect.stringContaining('setRows(rows);') as string },
      },
    });
  });

  it('percent-encodes paths', () => {
    const uri = onlyResult({ location: odd.location }).locations![0]!.physicalLocation!.artifactLocation!.uri;
    expect(uri).toBe('src/pages/%C3%9Cber%20uns%20%231%20100%25/%5Bid%5D.jsx');
  });

  it('names files from the root of the repository', () => {
    const [run] = logOf(everyday, { ...options, repositoryPath: 'clients/harbor' }).runs;
    expect(run!.results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe(
      'clients/harbor/src/pages/Clients.jsx',
    );
    expect(run!.automationDetails!.id).toBe('base44/clients/harbor/');
  });

  it('gives each app a category of its own', () => {
    const ids = logOf(sampleResult(sampleApp([]), secondApp), options).runs.map((run) => run.automationDetails!.id);
    expect(ids).toEqual(['base44/', 'base44/apps/second shop/']);
  });

  it('carries both fingerprints, and only ours where a line holds a secret', () => {
    expect(onlyResult().partialFingerprints).toEqual({
      primaryLocationLineHash: 'a7f2ff13bc495cf2:1',
      'base44Identity/v1': '0123456789abcdef0123456789abcdef',
    });
    expect(onlyResult({ lineHash: null }).partialFingerprints).not.toHaveProperty('primaryLocationLineHash');
  });

  it('keeps suppressed findings and says why', () => {
    const result = logOf(sampleResult(sampleApp([suppressed])), options).runs[0]!.results![0]!;
    expect(result.suppressions).toEqual([{ kind: 'inSource', justification: 'Notes are public on purpose' }]);
  });

  it('lets no text of the app become a link', () => {
    expect(onlyResult({ message: odd.message }).message.text).toContain('\\[can\\](https://evil.test)');
  });

  it('reports what was not checked', () => {
    const [note] = logOf(everyday, options).runs[0]!.invocations![0]!.toolExecutionNotifications!;
    expect(note).toMatchObject({
      level: 'warning',
      message: { text: expect.stringContaining('could not be parsed') as string },
    });
  });

  it('drops the least severe findings above the limit of GitHub, and says so', () => {
    const many = Array.from({ length: 25_001 }, (_, index) =>
      sampleFinding({ severity: index === 7 ? 'low' : 'high', identity: String(index) }),
    );
    const [run] = logOf(sampleResult(sampleApp(many, { notChecked: [] })), options).runs;
    expect(run!.results).toHaveLength(25_000);
    expect(run!.results!.some(({ level }) => level === 'note')).toBe(false);
    expect(run!.invocations![0]!.toolExecutionNotifications![0]!.message.text).toMatch(
      /^The 1 least severe finding of this run is left out/,
    );
  });
});
