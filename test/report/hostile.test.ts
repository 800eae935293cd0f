import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../packages/scanner/src/report/html/index.js';
import type { ScanResult } from '../../packages/scanner/src/result.js';
import { scan } from '../../packages/scanner/src/scan.js';
import { options } from '../../packages/scanner/src/testing/sample.js';
import { chromium } from './browser.js';
import { pathsOf, textPaths, withText } from './strings.js';

const executablePath = chromium();
const example = fileURLToPath(new URL('../../examples/leaky-crm', import.meta.url));

/** What may stand in a client's file to break out of a page, or to make its reader see something else. */
const payloads = [
  '<script>document.title="taken"</script>',
  '</script><script>document.title="taken"</script>',
  '<img src=x onerror="document.title=1">',
  '</code></pre></details></section></main><iframe src="https://evil.test">',
  '" onmouseover="document.title=1" x="',
  "' autofocus onfocus='document.title=1' x='",
  '</style><style>*{display:none}</style>',
  '<base href="https://evil.test/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.test">',
  'javascript:document.title=1',
  'data:text/html,<script>1</script>',
  '<!-- <![CDATA[ ]]> -->',
  '&lt;b&gt; &#60;b&#62; &amp',
  '<svg><a xlink:href="javascript:1"><text>x</text></a></svg>',
  '\u202Eevil\u2066\u200Fabc\u061C',
  '\u0000\u0007\u001B[31m\u0085\u2028\u2029\uFEFF',
  '\uD800',
  'a\r\nb\u00ADc\u{E0041}',
];

const hostile = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...payloads) }, fc.string({ unit: 'binary', maxLength: 9 })),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  // Between backticks text is set as code, which is an element that is meant.
  .map((parts) => `text ${parts.join(' ').replaceAll('`', '')}`);

interface Parsed {
  readonly elements: readonly string[];
  readonly links: readonly string[];
  readonly unseen: readonly string[];
}

/** Elements with the names of their attributes, without those that depend on the length and the spelling of a text. */
const parse = `(text) => {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const all = [...page.querySelectorAll('*')].filter((one) => !one.matches('mark, wbr'));
  return {
    elements: all.map((one) => one.localName + ' ' + one.getAttributeNames().join(' ')),
    links: all.flatMap((one) => [one.getAttribute('href'), one.getAttribute('src')].filter((value) => value !== null)),
    unseen: page.documentElement.textContent.match(/[^\\P{C}\\n]/gu) ?? [],
  };
}`;

describe.skipIf(!executablePath)('HTML report of a hostile app', { timeout: 300_000 }, () => {
  let browser: Browser;
  let page: Page;
  let real: ScanResult;

  beforeAll(async () => {
    real = await scan(example);
    browser = await playwright.launch({ executablePath: executablePath!, args: ['--no-sandbox'], timeout: 120_000 });
    page = await browser.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
  });

  const parsed = (text: string, filled: boolean): Promise<Parsed> =>
    page.evaluate<Parsed>(`(${parse})(${JSON.stringify(html(withText(real, text, filled), options).output)})`);

  it('is tried with a text in every field of the contract', () => {
    const reached = pathsOf(withText(real, '\u0001', true), '\u0001');
    expect([...textPaths()].filter((path) => !reached.has(path))).toEqual([]);
  });

  it.each([
    ['what was found', false],
    ['every field that may be filled', true],
  ])('makes no element and no attribute of %s', async (_, filled) => {
    const plain = await parsed('text of the same kind', filled);
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { elements, links, unseen } = await parsed(text, filled);
        expect(elements).toEqual(plain.elements);
        expect(links.filter((link) => !/^(?:#|https:\/\/)/.test(link))).toEqual([]);
        expect(unseen).toEqual([]);
      }),
      { numRuns: 12, examples: payloads.map((text) => [`text ${text}`]) },
    );
  });

  it('runs none of it', async () => {
    const context = await browser.newContext();
    const shown = await context.newPage();
    const requests: string[] = [];
    shown.on('request', (request) => requests.push(request.url()));
    await shown.setContent(html(withText(real, payloads.join(' '), true), options).output, { timeout: 120_000 });
    expect(await shown.title()).toMatch(/^Base44 audit: <script>/);
    expect(requests).toEqual([]);
    await context.close();
  });
});
