import fc from 'fast-check';
import type { AppReport, Finding, ScanResult } from '../result.js';
import { sampleApp, sampleFinding, sampleResult } from './sample.js';

/** What a client's file may hold to break out of a report, or to make a reader see something else. */
const payloads = [
  '<script>alert(1)</script>',
  '</details></summary></code></pre><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1)) ![x](https://evil.test/x.png)',
  '@octocat @org/team #123 GH-7 owner/repo#1 :smile: https://evil.test www.evil.test me@evil.test',
  '| a | b |\n| --- | --- |',
  '```\n# heading\n~~~',
  '`code` **bold** __bold__ ~~gone~~ $x^2$ \\',
  '\n\n<details open>\n\n- [x] item\n1. one\n> quote\n---',
  '<!-- -->',
  '%0A::error::forged',
  '\r\n::set-output name=x::y',
  '##[error]forged',
  'a,b:c;d=e%25',
  ']]>',
  '&lt;b&gt;&amp;&#60;',
  '\u202Eevil\u2066',
  '\u0000\u0007\u001B[31m',
  '\uD800',
  '\uFFFE\uFFFF',
  '\u2028\u2029',
];

export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...payloads), fc.string({ unit: 'binary', maxLength: 12 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(''));

/** A result with the text in every field that a scanned app can fill. */
export function resultWith(text: string): ScanResult {
  const location = { file: text, start: { line: 2, column: 1 }, end: { line: 2, column: 3 } };
  const finding: Finding = sampleFinding({
    message: text,
    advice: text,
    location,
    evidence: [{ note: text, location }],
    suggestions: [{ title: text, edits: [{ location, text }] }],
    excerpt: { startLine: 1, startColumn: 1, lines: [text, text, text] },
  });
  const suppressed: Finding = {
    ...finding,
    severity: 'high',
    suppression: { kind: 'comment', reason: text, all: false, location },
  };
  const app: AppReport = sampleApp([finding, suppressed], { notChecked: [{ file: text, reason: text }] });
  return sampleResult({
    ...app,
    app: {
      ...app.app,
      name: text,
      tenants: app.app.tenants.map((tenant) => ({ ...tenant, field: text, reason: text })),
      schemas: { state: 'some', missing: [text] },
      entities: app.app.entities.map((entity) => ({ ...entity, name: text, file: text, sensitive: [text] })),
    },
    limitations: app.limitations.map((limitation) => ({ ...limitation, reason: text })),
  });
}
