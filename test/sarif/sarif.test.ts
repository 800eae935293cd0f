import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Log, Result } from 'sarif';
import { sarif, sarifText } from '../../packages/scanner/src/report/sarif/index.js';
import { limits } from '../../packages/scanner/src/report/sarif/limits.js';
import { hostileText, resultWith } from '../../packages/scanner/src/testing/hostile.js';
import {
  accepted,
  clean,
  everyday,
  options,
  sampleApp,
  sampleFinding,
  sampleResult,
  suppressed,
} from '../../packages/scanner/src/testing/sample.js';
import { acceptedNotes, acceptedWhereCut, said, validate } from './validate.js';

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
const withEdits = sampleFinding({
  suggestions: [
    {
      title: 'Read only the rows of [this] user',
      edits: [
        { location: { ...sampleFinding().location, start: { line: 12, column: 46 } }, text: 'filter({ owner })' },
        { location: sampleFinding().location, text: '' },
      ],
    },
  ],
});
const known = {
  ...suppressed,
  suppression: accepted,
};
const manyApps = (count: number) =>
  sampleResult(
    ...Array.from({ length: count }, (_, index) =>
      sampleApp([sampleFinding({ identity: String(index) })], {
        app: { ...everyday.apps[0]!.app, root: `apps/app-${index}` },
      }),
    ),
  );
const secondApp = sampleApp([odd], { app: { ...everyday.apps[0]!.app, root: 'apps/second shop' } });

describe('SARIF report', () => {
  it.each([
    ['findings, suppressions and unread files', everyday],
    ['no findings', clean],
    ['several apps with odd file names', sampleResult(sampleApp([sampleFinding(), suppressed]), secondApp)],
    ['rewrites and findings in a baseline', sampleResult(sampleApp([withEdits, known]))],
    ['more apps than GitHub takes runs', manyApps(40)],
  ])('satisfies the validator and GitHub: %s', (_, result) => {
    expect(validate(sarif(result, options).output)).toEqual([]);
  });

  it('satisfies them whatever the app holds', () => {
    const result = resultWith(fc.sample(hostileText, { numRuns: 40, seed: 3 }).join(''));
    expect(validate(sarif(result, options).output, [...acceptedNotes, ...acceptedWhereCut])).toEqual([]);
  });

  it('draws only the notes that are accepted, each of them', () => {
    const notes = new Set(said(sarif(everyday, options).output).map(({ ruleId }) => ruleId));
    expect([...notes].sort()).toEqual(acceptedNotes);
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
    expect(result.suppressions).toMatchObject([
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'Notes are public on purpose',
        location: { physicalLocation: { region: { startLine: 2 } } },
      },
    ]);
  });

  it('calls a finding of the baseline suppressed outside of the source', () => {
    const result = logOf(sampleResult(sampleApp([known])), options).runs[0]!.results![0]!;
    expect(result.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Until the \\[move\\]' },
    ]);
  });

  it('offers rewrites', () => {
    const [fix] = onlyResult(withEdits).fixes!;
    expect(fix).toMatchObject({
      description: { text: 'Read only the rows of \\[this\\] user' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'src/pages/Clients.jsx' },
          replacements: [
            { deletedRegion: { startLine: 12, startColumn: 46 }, insertedContent: { text: 'filter({ owner })' } },
            { deletedRegion: { startLine: 12, startColumn: 24 } },
          ],
        },
      ],
    });
  });

  it('shows of a line that was cut only what is there', () => {
    const lines = ['x'.repeat(180), `${'y'.repeat(20)}Client.list()${'z'.repeat(147)}`];
    const excerpt = { startLine: 11, startColumn: 101, lines };
    const at = (start: number, end: number) =>
      onlyResult({
        excerpt,
        location: { ...sampleFinding().location, start: { line: 12, column: start }, end: { line: 12, column: end } },
      }).locations![0]!.physicalLocation!;
    expect(at(121, 134)).toMatchObject({
      region: { startColumn: 121, endColumn: 134, snippet: { text: 'Client.list()' } },
      contextRegion: { startLine: 12, startColumn: 101, endLine: 12, endColumn: 281, snippet: { text: lines[1] } },
    });
    expect(JSON.stringify(at(121, 300))).not.toContain('snippet');
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

  it('drops the least severe findings above the limit of GitHub, suppressed ones first, and says so', () => {
    const many = Array.from({ length: limits.results + 1 }, (_, index) =>
      sampleFinding({ severity: index === 7 ? 'low' : 'high', identity: String(index) }),
    );
    const [run] = logOf(sampleResult(sampleApp([...many, suppressed], { notChecked: [] })), options).runs;
    expect(run!.results).toHaveLength(limits.results);
    expect(run!.results!.some(({ level, suppressions }) => level === 'note' || suppressions)).toBe(false);
    expect(run!.invocations![0]!.toolExecutionNotifications![0]!.message.text).toBe(
      'The 2 least severe findings of this run are left out, because GitHub keeps 5000 results of a run and takes 10 MB of compressed text. The JSON report holds all.',
    );
  });

  it('keeps the file below the size that GitHub takes, by dropping the least severe of the longest run', () => {
    const noise = (index: number): string =>
      Array.from({ length: 20 }, (_, k) => Math.imul(index * 20 + k + 1, 0x9e3779b1).toString(36)).join(' ');
    const findings = Array.from({ length: 900 }, (_, index) =>
      sampleFinding({
        severity: index % 3 === 0 ? 'critical' : 'medium',
        message: `${noise(index)}.`,
        identity: noise(index),
      }),
    );
    const result = sampleResult(sampleApp(findings), sampleApp([sampleFinding()], { app: secondApp.app }));
    const most = 60_000;
    const text = sarifText(result, options, most);
    const { runs } = JSON.parse(text) as Log;
    expect(gzipSync(text).length).toBeLessThanOrEqual(most);
    expect(runs[0]!.results!.length).toBeGreaterThan(100);
    expect(runs[1]!.results).toHaveLength(1);
    const dropped = 900 - runs[0]!.results!.length;
    expect(JSON.stringify(runs[0]!.invocations)).toContain(
      `The ${dropped} least severe findings of this run are left out`,
    );
    const levels = new Set(runs[0]!.results!.map(({ level }) => level));
    if (runs[0]!.results!.length <= 300) expect(levels).toEqual(new Set(['error']));
    expect(validate(text)).toEqual([]);
  });

  it('puts more apps than GitHub takes runs into groups, each app always into the same', () => {
    const groupOf = (log: Log): Map<string, string> =>
      new Map(
        log.runs.flatMap((run) =>
          run.results!.map(
            (one) => [one.partialFingerprints!['base44Identity/v1']!, run.automationDetails!.id!] as const,
          ),
        ),
      );
    const log = logOf(manyApps(60), options);
    expect(log.runs.length).toBeLessThanOrEqual(limits.runs);
    expect(new Set(log.runs.map((run) => run.automationDetails!.id)).size).toBe(log.runs.length);
    const [before, after] = [groupOf(log), groupOf(logOf(manyApps(61), options))];
    expect(before.size).toBe(60);
    for (const [identity, group] of before) expect(after.get(identity)).toBe(group);
  });
});
