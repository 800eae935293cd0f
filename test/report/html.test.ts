import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../packages/scanner/src/report/html/index.js';
import {
  options,
  sampleApp,
  sampleFinding,
  sampleResult,
  summary,
  suppressed,
} from '../../packages/scanner/src/testing/sample.js';
import { chromium } from './browser.js';

const executablePath = chromium();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hostile = sampleFinding({
  severity: 'medium',
  message: '<img src="https://evil.test/x.png" onerror="document.title=1"><script>document.title=2</script> reads all.',
  location: { file: '<b>bold</b>.jsx', start: { line: 12, column: 1 }, end: { line: 12, column: 9 } },
});
const second = sampleApp([sampleFinding()], { app: { ...summary, root: 'apps/second' } });
const result = sampleResult(sampleApp([sampleFinding(), suppressed, hostile]), second);

describe.skipIf(!executablePath)('HTML report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'base44-report-'));
  const file = join(folder, 'report.html');
  const url = pathToFileURL(file).href;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, html(result, options).output);
    browser = await playwright.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function withPage<T>(
    context: BrowserContextOptions,
    use: (page: Page, requests: string[], errors: string[]) => Promise<T>,
  ): Promise<T> {
    const opened = await browser.newContext(context);
    const page = await opened.newPage();
    const [requests, errors]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url);
    try {
      return await use(page, requests, errors);
    } finally {
      await opened.close();
    }
  }

  it('asks for nothing but itself, and breaks none of its own security rules', async () => {
    await withPage({}, async (page, requests, errors) => {
      expect(await page.title()).toBe('Base44 audit: Harbor CRM, Harbor CRM');
      expect(requests).toEqual([url]);
      expect(errors).toEqual([]);
      // The page's own rules admit its style sheet.
      expect(await page.evaluate("getComputedStyle(document.querySelector('.hero')).borderLeftWidth")).toBe('8px');
    });
  });

  it.each(['light', 'dark'] as const)('has no accessibility violation in %s colours', async (colorScheme) => {
    await withPage({ bypassCSP: true, colorScheme }, async (page) => {
      await page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))");
      await page.addScriptTag({ content: axeSource });
      const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
      const lines = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect(lines).toEqual([]);
    });
  });

  it('fits a phone without sideways scrolling', async () => {
    await withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
      const widths = await page.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      expect(widths).toEqual([360, 360]);
    });
  });

  it('shows every finding on paper', async () => {
    await withPage({}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const closed = page.locator('details.suppressed .body').first();
      expect(await closed.isVisible()).toBe(true);
    });
  });

  it('links what to fix first to its finding', async () => {
    await withPage({}, async (page) => {
      await page.locator('.tasks a').first().click();
      expect(await page.locator(':target .message').innerText()).toContain('Everyone who opens this app');
    });
  });
});
