import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, everyday, options, sampleApp, sampleFinding, sampleResult, suppressed } from '../../testing/sample.js';
import { html } from './index.js';

const report = (...args: Parameters<typeof sampleFinding>): string =>
  html(sampleResult(sampleApp([sampleFinding(...args)])), options).output;

describe('HTML report', () => {
  it('answers first: the verdict in one sentence, before any finding', () => {
    const { output } = html(everyday, options);
    expect(output).toContain('1 critical finding to fix first.');
    expect(output.indexOf('1 critical finding')).toBeLessThan(output.indexOf('Clients.jsx'));
  });

  it('never calls an app good when it means not seen', () => {
    expect(html(clean, options).output).toMatch(
      /The checks that ran found nothing at medium or above\. 45 of 45 platform limitations were not checked/,
    );
  });

  it('begins with the file that has the worst finding', () => {
    const inFile = (file: string, severity: 'low' | 'critical'): ReturnType<typeof sampleFinding> =>
      sampleFinding({ severity, location: { file, start: { line: 12, column: 1 }, end: { line: 12, column: 2 } } });
    const { output } = html(sampleResult(sampleApp([inFile('a.js', 'low'), inFile('b.js', 'critical')])), options);
    expect(Array.from(output.matchAll(/data-file="(.*?)"/g), ([, file]) => file)).toEqual(['b.js', 'a.js']);
  });

  it('marks the finding in its code', () => {
    expect(report()).toContain('await <mark>base44.entities.Client.list()</mark>;');
  });

  it('keeps suppressed findings, with their reason', () => {
    expect(html(sampleResult(sampleApp([suppressed])), options).output).toContain('Notes are public on purpose');
  });

  it('holds all limitations and the entity matrix', () => {
    const { output } = html(everyday, options);
    for (const { id } of everyday.apps[0]!.limitations) expect(output).toContain(`id="${id}"`);
    expect(output).toContain('<span class="access open">everyone</span>');
    expect(output).toContain(
      '<li>read: everyone, no <code>rls</code> key <code>base44/entities/Client.jsonc:2</code></li>',
    );
  });

  it('tells several apps apart', () => {
    const second = sampleApp([sampleFinding()], {
      app: { ...everyday.apps[0]!.app, root: 'apps/two', name: 'Second' },
    });
    const { output } = html(sampleResult(sampleApp([sampleFinding()]), second), options);
    const ids = Array.from(output.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(output).toContain('folder <code>apps/two</code>');
  });

  it('forbids every script but its own, and everything from elsewhere', () => {
    const { output } = html(everyday, options);
    expect(output).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; script-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'; form-action 'none'"/,
    );
    const outside = output.replace(/<script>[\s\S]*?<\/script>/, '');
    expect(outside).not.toMatch(/<script|\bstyle=|\son\w+=|\ssrc=|url\(|@import|http:/);
  });

  it('escapes markup wherever text of the app may stand', () => {
    const evil = '</code></pre><script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="x';
    const output = report({
      message: evil,
      advice: evil,
      rule: evil,
      evidence: [{ note: evil, location: { file: evil, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } }],
      suggestions: [{ title: evil, edits: [] }],
      excerpt: { startLine: 12, startColumn: 1, lines: [evil] },
      location: { file: evil, start: { line: 12, column: 3 }, end: { line: 12, column: 9 } },
    });
    expect(output.match(/<script/g)).toHaveLength(1);
    expect(output).not.toMatch(/<img|" onmouseover/);
    expect(output).toContain('&lt;script&gt;');
  });

  it('has the same elements whatever the texts are', () => {
    const text = (options: fc.StringConstraints): fc.Arbitrary<string> =>
      fc.string(options).map((any) => any.replaceAll('`', ''));
    const tags = (output: string): string[] => output.match(/<[a-z/][^>]*?(?=[\s>])/g) ?? [];
    const expected = tags(report({ message: 'x', advice: 'x' }));
    fc.assert(
      fc.property(text({ unit: 'binary' }), text({ unit: 'grapheme' }), (message, advice) => {
        expect(tags(report({ message, advice }))).toEqual(expected);
      }),
    );
  });

  it('shows control and direction characters instead of obeying them', () => {
    const output = report({ message: 'a\u202eb\u0000c\u200bd' });
    expect(output).toContain('a\\u{202e}b\\u{0}c\\u{200b}d');
  });

  it('sets what stands between backticks as code, and leaves an odd backtick alone', () => {
    expect(report({ message: 'Use `a<b` now.' })).toContain('Use <code>a&lt;b</code> now.');
    expect(report({ message: 'Use `a now.' })).toContain('Use `a now.');
  });
});
