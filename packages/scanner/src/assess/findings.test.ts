import type { CheckedFinding } from '@base44-lint/rules';
import { describe, expect, it } from 'vitest';
import type { FileFindings } from '../check.js';
import type { Finding } from '../result.js';
import { findingsOf } from './findings.js';
import { locator } from './locate.js';

const comments = { count: true, needReason: false, isRule: () => true, hasJudged: () => true };

/** A finding on the first occurrence of `code` in `text`. */
function at(text: string, code: string, overrides: Partial<CheckedFinding> = {}): CheckedFinding {
  const start = text.indexOf(code);
  return {
    rule: 'no-hardcoded-secret',
    limitations: ['sec-no-vault'],
    severity: 'high',
    confidence: 'certain',
    message: 'Everyone can read this key.',
    advice: 'Move it.',
    span: { start, end: start + code.length },
    evidence: [],
    suggestions: [],
    ...overrides,
  };
}

function assess(
  files: readonly Omit<FileFindings, 'facts'>[],
  texts: Readonly<Record<string, string>> = {},
): Finding[] {
  const read = (file: string): string => texts[file] ?? files.find((one) => one.file === file)!.text;
  return findingsOf(files, { locate: locator(read), root: '', comments }).findings;
}

describe('findings', () => {
  it('count lines and columns from 1, with the end behind the last character', () => {
    const text = 'a();\r\n\tlet 😀 = here();\n';
    expect(assess([{ file: 'a.js', text, findings: [at(text, 'here()')] }])[0]!.location).toEqual({
      file: 'a.js',
      start: { line: 2, column: 11 },
      end: { line: 2, column: 17 },
    });
  });

  it('locate evidence in other files', () => {
    const text = 'here();';
    const evidence = [{ note: 'is open', file: 'b.jsonc', start: 3, end: 4 }];
    const [found] = assess([{ file: 'a.js', text, findings: [at(text, 'here', { evidence })] }], {
      'b.jsonc': '{\n "x": 1 }',
    });
    expect(found!.evidence[0]!.location).toEqual({
      file: 'b.jsonc',
      start: { line: 2, column: 2 },
      end: { line: 2, column: 3 },
    });
  });

  it('are ordered by file, place and rule, whatever order they come in', () => {
    const text = 'one(); two();';
    const [one, two] = [at(text, 'one'), at(text, 'two')];
    const found = assess([
      { file: 'b.js', text, findings: [two, one] },
      {
        file: 'a.js',
        text,
        findings: [
          { ...one, rule: 'z' },
          { ...one, rule: 'y' },
        ],
      },
    ]);
    expect(found.map(({ location, rule }) => `${location.file}:${location.start.column} ${rule}`)).toEqual([
      'a.js:1 y',
      'a.js:1 z',
      'b.js:1 no-hardcoded-secret',
      'b.js:8 no-hardcoded-secret',
    ]);
  });

  it('show a few lines around, without blank ones at the ends', () => {
    const text = 'a();\n\n\nhere();\n\nb();\nc();\n';
    expect(assess([{ file: 'a.js', text, findings: [at(text, 'here()')] }])[0]!.excerpt).toEqual({
      startLine: 4,
      startColumn: 1,
      lines: ['here();', '', 'b();'],
    });
  });

  it('show the part around the finding of a very long line', () => {
    const text = `${'x'.repeat(5000)}here()${'y'.repeat(5000)}`;
    const { excerpt, location } = assess([{ file: 'a.js', text, findings: [at(text, 'here()')] }])[0]!;
    expect(excerpt.lines[0]!.length).toBeLessThanOrEqual(180);
    expect(excerpt.lines[0]!.slice(location.start.column - excerpt.startColumn)).toMatch(/^here\(\)/);
  });
});

describe('secrets', () => {
  const secret = 'live_abcdefgh12345678';
  const text = `const a = 1;\nconst key = '${secret}';\nuse('${secret}');\n`;
  const finding = at(text, `'${secret}'`, {
    secret,
    message: `The key ${secret} is in the code.`,
    suggestions: [{ title: 'Move it', edits: [{ start: 0, end: 1, text: secret }] }],
  });

  it('leave nothing of themselves in any part of a finding', () => {
    const other = `// ${secret}\nhere();`;
    const found = assess([
      { file: 'a.js', text, findings: [finding] },
      {
        file: 'b.js',
        text: other,
        findings: [at(other, 'here()', { evidence: [{ note: secret, file: 'a.js', start: 0, end: 1 }] })],
      },
    ]);
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(found[0]!.excerpt.lines[1]).toBe(`const key = '${'*'.repeat(secret.length)}';`);
  });

  it('are hidden in all of their file even when short, and not as part of a longer word', () => {
    const code = "// The PIN is 4711 (office).\nif (pin === '4711') open(14711, 4711);";
    const other = '// Order 4711\nhere();';
    const found = assess([
      { file: 'a.js', text: code, findings: [at(code, "'4711'", { secret: '4711' })] },
      { file: 'b.js', text: other, findings: [at(other, 'here()')] },
    ]);
    expect(found[0]!.excerpt.lines).toEqual(['// The PIN is **** (office).', "if (pin === '****') open(14711, ****);"]);
    expect(found[1]!.excerpt.lines).toEqual(['// Order 4711', 'here();']);
  });

  it('are hidden in the excerpts, reasons and rewrites of the other findings of their file', () => {
    const code =
      "const PIN = 'a$1';\n// eslint-disable-next-line base44/no-websocket -- a$1 is known\nhere(); // not xa$1";
    const found = assess([
      {
        file: 'a.js',
        text: code,
        findings: [
          at(code, "'a$1'", { secret: 'a$1' }),
          at(code, 'here()', {
            rule: 'no-websocket',
            suggestions: [{ title: 'Rewrite', edits: [{ start: 0, end: 1, text: "here('a$1')" }] }],
          }),
        ],
      },
    ]);
    expect(found[1]!.suppression!.reason).toBe('*** is known');
    expect(JSON.stringify(found).replaceAll('xa$1', '')).not.toContain('a$1');
  });

  it('may hold signs that mean something in a pattern', () => {
    const code = "// a-b+c.\nif (password === 'a-b+c') open();";
    const found = assess([{ file: 'a.js', text: code, findings: [at(code, "'a-b+c'", { secret: 'a-b+c' })] }]);
    expect(found[0]!.excerpt.lines).toEqual(['// *****.', "if (password === '*****') open();"]);
  });

  it('hide the whole expression where the secret is spelled in another way', () => {
    const escaped = "const key = 'live\\u005fabc';";
    const [found] = assess([
      { file: 'a.js', text: escaped, findings: [at(escaped, "'live\\u005fabc'", { secret: 'live_abc' })] },
    ]);
    expect(found!.excerpt.lines).toEqual([`const key = ${'*'.repeat(15)};`]);
  });

  it('withhold the line hash, from which a short one could be computed', () => {
    const found = assess([
      { file: 'a.js', text, findings: [finding] },
      { file: 'b.js', text: 'here();', findings: [at('here();', 'here()')] },
    ]);
    expect(found.map(({ lineHash }) => lineHash === null)).toEqual([true, false]);
  });
});
