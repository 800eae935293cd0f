import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled } from '../testing/index.js';
import { rule } from './index.js';

describe('files of other hosts', () => {
  test('are drawn at their first line', () => {
    const sample = { file: 'public/_headers', code: '/*\n  X-Frame-Options: DENY\n  Cache-Control: no-store\n' };
    expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
      "  1 | /*
          | ^~ [1]

      [1] low/likely \`_headers\` sets headers that Base44 hosting does not read, so visitors there get none of them.
          advice: Set them in a proxy or content delivery network in front of the custom domain, and delete the file where no other host reads it."
    `);
    expect(run(rule, sample)[0]!.limitations).toEqual(['perf-cache-headers', 'faq-response-headers']);
  });

  test.each([
    ['public/_headers', '/*\n  Cache-Control: no-store', 'likely', ['perf-cache-headers']],
    ['public/_headers', '/*\n  Strict-Transport-Security: max-age=1', 'likely', ['faq-response-headers']],
    ['public/_redirects', '/old /new 301', 'likely', ['perf-cache-headers']],
    [
      'vercel.json',
      '{ "headers": [{ "source": "/", "headers": [{ "key": "Cache-Control", "value": "no-store" }] }] }',
      'possible',
      ['perf-cache-headers'],
    ],
    ['vercel.json', '{ "redirects": [{ "source": "/a", "destination": "/b" }] }', 'possible', ['perf-cache-headers']],
    [
      'netlify.toml',
      '[[headers]]\nfor = "/*"\n[headers.values]\nX-Frame-Options = "DENY"',
      'possible',
      ['faq-response-headers'],
    ],
    ['netlify.toml', '[[redirects]]\nfrom = "/a"\nto = "/b"\nstatus = 301', 'possible', ['perf-cache-headers']],
    ['firebase.json', '{ "hosting": { "headers": [{ "source": "**" }] } }', 'possible', ['perf-cache-headers']],
    [
      'staticwebapp.config.json',
      '{ "globalHeaders": { "X-Frame-Options": "DENY" } }',
      'possible',
      ['faq-response-headers'],
    ],
  ])('%s: %s', (file, code, confidence, limitations) => {
    expect(run(rule, { file, code })).toMatchObject([{ severity: 'low', confidence, limitations }]);
  });

  test.each([
    ['the catch-all of a single-page app', 'public/_redirects', '/*    /index.html   200'],
    ['comments only', 'public/_headers', '# nothing yet\n'],
    ['rewrites to the page', 'vercel.json', '{ "rewrites": [{ "source": "/(.*)", "destination": "/index.html" }] }'],
    ['empty lists', 'vercel.json', '{ "headers": [], "redirects": [] }'],
    ['the catch-all of Netlify', 'netlify.toml', '[[redirects]]\nfrom = "/*"\nto = "/index.html"\nstatus = 200'],
    ['a file of another name', 'public/headers.txt', '/*\n  X-Frame-Options: DENY'],
  ])('silent for %s', (_, file, code) => expectClean(rule, { file, code }));
});

describe('the page', () => {
  const page = (...metas: string[]) => ({
    file: 'index.html',
    code: `<html><head>\n${metas.join('\n')}\n</head></html>`,
  });
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'" />`;

  test('a ban on frames in a meta tag is drawn', () => {
    const sample = page(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; frame-ancestors 'none'" />`,
    );
    expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
      "  2 | <meta http-equiv="Content-Security-Policy" content="default-src 'self'; frame-ancestors 'none'" />
          | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/certain Browsers ignore \`frame-ancestors\` in a meta tag, so other sites can still show the app in a frame.
          advice: Send it as a response header from a proxy in front of the custom domain; Base44 hosting has no setting for it."
    `);
  });

  test.each([
    ['X-Frame-Options', '<meta http-equiv="X-Frame-Options" content="DENY">', 'medium'],
    ['HSTS', '<meta http-equiv="Strict-Transport-Security" content="max-age=1">', 'low'],
    ['the guessing of types', "<meta http-equiv='X-Content-Type-Options' content='nosniff'>", 'low'],
    ['reports', `<meta http-equiv="Content-Security-Policy" content="report-uri /csp">`, 'low'],
  ])('%s in a meta tag does nothing', (_, meta, severity) => {
    expect(run(rule, page(policy, meta))).toMatchObject([{ severity, confidence: 'certain' }]);
  });

  test('without a policy is a note', () => {
    expect(run(rule, page('<meta charset="utf-8">'))).toMatchObject([
      { severity: 'info', limitations: ['faq-response-headers'] },
    ]);
  });

  test.each([
    ['a policy', page(policy)],
    [
      'a policy before which something stands in a comment',
      page('<!-- <meta http-equiv="X-Frame-Options" content="DENY"> -->', policy),
    ],
    ['a referrer policy, which works in a tag', page(policy, '<meta name="referrer" content="no-referrer">')],
    ['a page that is no page of the app', { file: 'docs/index.html', code: '<html><head></head></html>' }],
  ])('silent for %s', (_, sample) => expectClean(rule, sample));
});
