import { describe, expect, it } from 'vitest';
import { sampleApp, sampleFinding } from '../testing/sample.js';
import type { Finding } from '../result.js';
import type { BaselineEntry } from './entry.js';
import { baselineText, parseBaseline } from './file.js';
import { applyBaseline, type Baseline } from './match.js';
import { accept, prune } from './write.js';

const id = (digit: string): string => digit.repeat(32);

function entry(overrides: Partial<BaselineEntry> = {}): BaselineEntry {
  return {
    identity: id('a'),
    contentIdentity: id('c'),
    rule: 'no-unfiltered-list',
    severity: 'critical',
    file: 'src/pages/Clients.jsx',
    symbol: 'ClientsPage.load',
    excerpt: 'Client.list()',
    ...overrides,
  };
}

const known = sampleFinding({ identity: id('a'), contentIdentity: id('c') });

function apply(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  overrides: Partial<Baseline> = {},
): ReturnType<typeof applyBaseline> {
  return applyBaseline(findings, {
    file: 'base44-lint.baseline.json',
    entries,
    root: '',
    today: '2026-11-20',
    isGone: () => false,
    ...overrides,
  });
}

describe('a baseline', () => {
  it('suppresses what it holds and nothing else', () => {
    const other = sampleFinding({ identity: id('b') });
    const { findings, use } = apply([known, other], [entry({ reason: 'old', addedOn: '2026-01-02' })]);
    expect(findings.map(({ suppression }) => suppression)).toEqual([
      {
        kind: 'baseline',
        reason: 'old',
        entry: id('a'),
        file: 'base44-lint.baseline.json',
        addedOn: '2026-01-02',
        expires: null,
        movedFrom: null,
      },
      null,
    ]);
    expect(use).toMatchObject({ entries: 1, unused: [], expired: [], outgrown: [] });
  });

  it('tells a fixed finding and the same mistake made elsewhere apart', () => {
    const elsewhere = sampleFinding({
      identity: id('b'),
      contentIdentity: id('c'),
      location: { ...known.location, file: 'src/pages/Other.jsx' },
    });
    const { findings, use } = apply([elsewhere], [entry()]);
    expect(findings[0]!.suppression).toBeNull();
    expect(use.unused).toEqual([entry()]);
  });

  it('follows a finding whose place is gone, once', () => {
    const moved = (digit: string): Finding =>
      sampleFinding({
        identity: id(digit),
        contentIdentity: id('c'),
        location: { ...known.location, file: `src/pages/New${digit}.jsx` },
      });
    const asked: string[] = [];
    const isGone = (file: string, symbol: string): boolean => asked.push(`${file} ${symbol}`) > 0;
    const { findings, use } = apply([moved('d'), moved('e')], [entry()], { isGone });
    expect(findings.map(({ suppression }) => suppression)).toMatchObject([
      { kind: 'baseline', entry: id('a'), movedFrom: 'src/pages/Clients.jsx' },
      null,
    ]);
    expect(use.unused).toEqual([]);
    expect(asked).toEqual(['src/pages/Clients.jsx ClientsPage.load']);
  });

  it.each([
    ['the day before', '2026-11-19', true],
    ['the same day', '2026-11-20', false],
    ['a day later', '2026-11-21', false],
  ])('counts through the last day: %s', (_, expires, isOver) => {
    const { findings, use } = apply([known], [entry({ expires })]);
    expect(findings[0]!.suppression === null).toBe(isOver);
    expect(use.expired).toHaveLength(isOver ? 1 : 0);
  });

  it('never expires where nobody says which day it is', () => {
    const { today, ...timeless } = {
      file: 'x',
      entries: [entry({ expires: '2000-01-01' })],
      root: '',
      today: '',
      isGone: () => false,
    };
    expect(today).toBe('');
    expect(applyBaseline([known], timeless).findings[0]!.suppression).not.toBeNull();
  });

  it('accepts no more than the severity it names', () => {
    const { findings, use } = apply([known], [entry({ severity: 'high' })]);
    expect(findings[0]!.suppression).toBeNull();
    expect(use.outgrown).toMatchObject([{ severity: 'critical', identity: id('a') }]);
    expect(apply([known], [entry()]).findings[0]!.suppression).not.toBeNull();
  });

  it('leaves a finding to the comment that switches it off, and is in use all the same', () => {
    const suppression = { kind: 'comment', reason: 'public', all: false, location: known.location } as const;
    const { findings, use } = apply([{ ...known, suppression }], [entry()]);
    expect(findings[0]!.suppression).toEqual(suppression);
    expect(use.unused).toEqual([]);
  });
});

describe('baseline write', () => {
  const accepted = { addedOn: '2026-11-20', reason: 'before adoption' };
  const low = sampleFinding({ identity: id('b'), severity: 'low' });
  const info = sampleFinding({ identity: id('d'), severity: 'info' });

  it('takes in what is at the floor or above', () => {
    const { entries } = accept(sampleApp([known, low, info]), [], 'low', accepted);
    expect(entries).toMatchObject([
      {
        identity: id('a'),
        severity: 'critical',
        symbol: 'ClientsPage.load',
        excerpt: 'const rows = await base44.entities.Client.list();',
        ...accepted,
      },
      { identity: id('b'), severity: 'low' },
    ]);
  });

  it('keeps what people wrote on an entry, also where it has moved, expired or grown', () => {
    const written = { reason: 'asked Ann', expires: '2026-01-01', addedOn: '2025-01-01' };
    const before = [
      entry(written),
      entry({ identity: id('e'), ...written }),
      entry({ identity: id('f'), ...written, severity: 'low' }),
    ];
    const suppression = {
      kind: 'baseline',
      reason: null,
      entry: id('a'),
      file: 'b',
      addedOn: null,
      expires: null,
      movedFrom: 'src/old.js',
    } as const;
    const findings = [
      { ...known, identity: id('1'), suppression },
      { ...known, identity: id('e') },
      { ...known, identity: id('f') },
    ];
    const baseline = {
      file: 'b',
      entries: 3,
      unused: [],
      expired: [{ entry: before[1]!, identity: id('e') }],
      outgrown: [{ entry: before[2]!, identity: id('f'), severity: 'critical' as const }],
    };
    const { entries, kept, added } = accept(sampleApp(findings, { baseline }), before, 'low', accepted);
    expect(entries).toMatchObject([
      { identity: id('1'), ...written },
      { identity: id('e'), ...written },
      { identity: id('f'), ...written, severity: 'critical' },
    ]);
    expect([kept.length, added.length]).toEqual([3, 0]);
  });

  it('leaves out what a comment switches off', () => {
    const suppression = { kind: 'comment', reason: null, all: false, location: known.location } as const;
    expect(accept(sampleApp([{ ...known, suppression }]), [], 'low', accepted).entries).toEqual([]);
  });

  it('gives the same bytes in whatever order findings come, and reads them back', () => {
    const entries = [entry(), entry({ identity: id('b'), file: 'a.js' }), entry({ identity: id('0') })];
    const text = baselineText(entries);
    expect(baselineText(entries.toReversed())).toBe(text);
    expect(baselineText(parseBaseline(text, 'b'))).toBe(text);
    expect(parseBaseline(text, 'b').map(({ file }) => file)).toEqual([
      'a.js',
      'src/pages/Clients.jsx',
      'src/pages/Clients.jsx',
    ]);
  });
});

describe('baseline prune', () => {
  it('drops what is gone and leaves the rest as it is', () => {
    const [gone, stays] = [entry({ identity: id('b') }), entry({ reason: 'kept' })];
    const baseline = { file: 'b', entries: 2, unused: [gone], expired: [], outgrown: [] };
    expect(prune(sampleApp([known], { baseline }), [gone, stays])).toEqual([stays]);
  });
});

describe('a baseline file', () => {
  const file = (entries: unknown, version: unknown = 1): string => JSON.stringify({ version, entries });

  it('may hold an entry twice, as after a merge', () => {
    expect(parseBaseline(file([entry({ reason: 'ours' }), entry({ reason: 'theirs' })]), 'b')).toEqual([
      entry({ reason: 'ours' }),
    ]);
  });

  it('may hold comments and trailing commas, since people edit it', () => {
    expect(parseBaseline(`{ "version": 1, /* ours */ "entries": [${JSON.stringify(entry())},], }`, 'b')).toHaveLength(
      1,
    );
  });

  it.each([
    ['half a file', '{ "version": 1, ', /it is not valid JSON \(\w+ in line 1\)/],
    ['a merge conflict', '{\n<<<<<<< HEAD\n"version": 1', /it holds the marks of a merge conflict/],
    ['a later version', file([], 2), /version: invalid input: expected 1/],
    ['no entries', '{ "version": 1 }', /entries: /],
    ['a strange key', file([{ ...entry(), line: 3 }]), /entries\[0\]: "line" is no key of it/],
    [
      'a day that is none',
      file([entry({ expires: '2026-02-30' })]),
      /entries\[0\]\.expires: expected a day as yyyy-mm-dd/,
    ],
    ['an identity that is none', file([entry({ identity: 'x' })]), /entries\[0\]\.identity: /],
    ['a list', '[]', /this is no baseline/],
  ])('is refused in one line: %s', (_, text, message) => {
    expect(() => parseBaseline(text, 'base44-lint.baseline.json')).toThrow(message);
    try {
      parseBaseline(text, 'base44-lint.baseline.json');
    } catch (error) {
      expect((error as Error).message).toMatch(/^base44-lint\.baseline\.json: this is no baseline: [^\n]+\.$/);
    }
  });
});
