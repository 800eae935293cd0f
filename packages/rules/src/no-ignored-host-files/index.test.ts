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

  const front =
    'Set them in a proxy or content delivery network in front of the custom domain, and delete the file where no other host reads it.';
  const keep = (host: string) =>
    `Keep the file only if ${host} serves this app; on Base44 set the same in a proxy in front of the custom domain.`;

  test.each([
    ['public/_headers', '/*\n  Expires: 0', 'headers', front],
    ['public/_redirects', '/*  /index.html  200\n/old /new 301', 'redirects', front],
    ['vercel.json', '{ "headers": [{}, 1], "redirects": [ { "a": 1 } ] }', 'headers and redirects', keep('Vercel')],
    ['firebase.json', '{ "redirects": [{ "source": "/a" }] }', 'redirects', keep('Firebase')],
    ['netlify.toml', '[[headers]]\nfor = "/*"\n[[redirects]]\nfrom = "/a"', 'headers and redirects', keep('Netlify')],
    ['web/staticwebapp.config.json', '{ "routes": [{ "redirect": { "to": "/b" } }] }', 'redirects', keep('Azure')],
    ['web/staticwebapp.config.json', '{ "routes": [{ "headers": { "a": "b" } }] }', 'headers', keep('Azure')],
  ])('%s: %s', (file, code, words, advice) => {
    expect(run(rule, { file, code })).toMatchObject([
      {
        message: `\`${file.replace(/^.*\//, '')}\` sets ${words} that Base44 hosting does not read, so visitors there get none of them.`,
        advice,
        evidence: [],
        suggestions: [],
      },
    ]);
  });

  test.each([
    ['Cache-Control: no-store', ['perf-cache-headers']],
    ['Pragma: no-cache', ['perf-cache-headers']],
    ['X-Custom: 1', ['perf-cache-headers']],
    ['Permissions-Policy: camera=()', ['faq-response-headers']],
    ['Access-Control-Allow-Origin: *', ['faq-response-headers']],
    ['Referrer-Policy: no-referrer\n  Expires: 0', ['perf-cache-headers', 'faq-response-headers']],
  ])('a header of %s', (header, limitations) => {
    expect(run(rule, { file: 'public/_headers', code: `/*\n  ${header}` })).toMatchObject([{ limitations }]);
  });

  test('redirects that only mention a header are about the cache', () => {
    const code = '/x-frame-options /b 301';
    expect(run(rule, { file: 'public/_redirects', code })).toMatchObject([{ limitations: ['perf-cache-headers'] }]);
  });

  test.each([
    ['paths without headers', 'public/_headers', '/*\n/about'],
    ['a header without a value', 'public/_headers', '/*\n  X-Frame-Options:'],
    ['a header in a comment', 'public/_headers', '/*\n  # X-Frame-Options: DENY'],
    ['the catch-all with a slash alone', 'public/_redirects', '/*  /  200!'],
    ['an empty object', 'staticwebapp.config.json', '{ "globalHeaders": { } }'],
    ['the catch-all of Azure', 'staticwebapp.config.json', '{ "navigationFallback": { "rewrite": "/index.html" } }'],
    ['neither', 'firebase.json', '{ "hosting": { "rewrites": [{ "source": "**" }] } }'],
    ['neither of Netlify', 'netlify.toml', '[build]\ncommand = "vite build"'],
  ])('silent for %s', (_, file, code) => expectClean(rule, { file, code }));

  test.each([
    ['the catch-all of Netlify beside headers', 'netlify.toml', '[[headers]]\nfor = "/*"\n[[redirects]]\nstatus = 200'],
    ['a temporary one', 'public/_redirects', '/*    /index.html   302'],
    ['one of a part', 'public/_redirects', '/shop/*    /index.html   200'],
    ['a proxy', 'public/_redirects', '/*    https://example.org   200'],
  ])('reported: %s', (_, file, code) => expect(run(rule, { file, code })).toHaveLength(1));

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

  test.each([
    [
      '<meta http-equiv="X-Frame-Options" content="DENY">',
      'Browsers ignore `x-frame-options` in a meta tag, so other sites can still show the app in a frame.',
    ],
    [
      '<meta http-equiv="Strict-Transport-Security" content="max-age=1">',
      'Browsers ignore `strict-transport-security` in a meta tag, so browsers do not learn to insist on HTTPS.',
    ],
    [
      '<meta http-equiv="X-Content-Type-Options" content="nosniff">',
      'Browsers ignore `x-content-type-options` in a meta tag, so browsers may still guess the type of files.',
    ],
    [
      '<meta http-equiv="Content-Security-Policy" content="SANDBOX allow-forms">',
      'Browsers ignore `sandbox` in a meta tag.',
    ],
    [
      '<meta http-equiv="Content-Security-Policy" content="default-src *;report-uri /csp">',
      'Browsers ignore `report-uri` in a meta tag.',
    ],
  ])('%s', (meta, message) => {
    expect(run(rule, page(policy, meta))).toMatchObject([
      { message, limitations: ['faq-response-headers'], evidence: [], suggestions: [] },
    ]);
  });

  test('a policy that only names such a part within a word works', () => {
    expectClean(rule, page('<meta http-equiv="Content-Security-Policy" content="default-src x-sandbox.example.org">'));
    expectClean(rule, page(policy, '<meta name="description" content="; sandbox">'));
  });

  test('the missing policy is drawn at the head', () => {
    expect(squiggled(rule, page('<meta charset="utf-8">'))).toMatchInlineSnapshot(`
      "  1 | <html><head>
          |       ^~~~~~ [1]

      [1] info/certain The page carries no content security policy, and Base44 hosting sends none that the app could choose.
          advice: Add a \`<meta http-equiv="Content-Security-Policy">\` that lists the hosts scripts may come from; it limits what an injected script can do with the session token."
    `);
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
