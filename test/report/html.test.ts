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
const others = ['src/pages/Deals.jsx', 'src/pages/Home.jsx', 'src/lib/sync.js'].flatMap((file, index) =>
  (['high', 'low'] as const).map((severity) =>
    sampleFinding({
      rule: severity === 'high' ? 'no-websocket' : 'require-read-limit',
      severity,
      message: `Finding ${severity} of file ${index}.`,
      location: { file, start: { line: 12, column: 24 }, end: { line: 12, column: 53 } },
    }),
  ),
);
const result = sampleResult(sampleApp([sampleFinding(), suppressed, hostile, ...others]), second);

describe.skipIf(!executablePath)('HTML report in a browser', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'base44-report-'));
  const file = join(folder, 'report.html');
  const url = pathToFileURL(file).href;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, html(result, options).output);
    browser = await playwright.launch({ executablePath: executablePath!, args: ['--no-sandbox'], timeout: 120_000 });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function withPage<T>(
    context: BrowserContextOptions,
    use: (page: Page, requests: string[], errors: string[]) => Promise<T>,
    fragment = '',
  ): Promise<T> {
    const opened = await browser.newContext(context);
    const page = await opened.newPage();
    const [requests, errors]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url + fragment);
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

  it.each([360, 800, 1200, 1500])('has no part that is wider than a window of %i pixels', async (width) => {
    await withPage({ viewport: { width, height: 740 } }, async (page) => {
      const wide = await page.evaluate<string[]>(`[...document.querySelectorAll('main *, nav *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.scroll, .unseen, thead'))
        .map((one) => one.outerHTML.slice(0, 90))`);
      expect(wide).toEqual([]);
    });
  });

  it('shows every finding on paper, and addresses as text', async () => {
    await withPage({}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const closed = page.locator('details.suppressed .body').first();
      expect(await closed.isVisible()).toBe(true);
      expect(await page.locator('.contents').isVisible()).toBe(false);
      expect(await page.locator('form.filter').first().isVisible()).toBe(false);
      expect(
        await page.evaluate("getComputedStyle(document.querySelector('a[href^=http]'), '::after').content"),
      ).toMatch(/https:/);
    });
  });

  it('leads by keyboard past the contents', async () => {
    await withPage({}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
    });
  });

  it('has every entry of its contents', async () => {
    await withPage({}, async (page) => {
      const dead = await page.evaluate<string[]>(`[...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))`);
      expect(dead).toEqual([]);
    });
  });

  it('is whole without scripts', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('form.filter').first().isVisible()).toBe(false);
      expect(await page.locator('article').first().locator('.finding').count()).toBe(9);
      await page.locator('.finding.low > summary').first().click();
      expect(await page.locator('.finding.low .body').first().isVisible()).toBe(true);
    });
  });

  it('links what to fix first to its finding', async () => {
    await withPage({}, async (page) => {
      await page.locator('.tasks a').first().click();
      expect(await page.locator(':target .message').innerText()).toContain('Everyone who opens this app');
    });
  });

  describe('filter', () => {
    const first = (page: Page): ReturnType<Page['locator']> => page.locator('article').first();
    const shown = (page: Page): Promise<string[]> =>
      first(page).locator('.finding:visible > summary > .message').allTextContents();
    const state = (page: Page): Promise<string> => page.evaluate<string>('decodeURIComponent(location.hash)');

    it('narrows by severity, and says how many match', async () => {
      await withPage({}, async (page, _requests, errors) => {
        const form = first(page).locator('form.filter');
        await expect.poll(() => form.getByRole('status').innerText()).toBe('9 findings');
        for (const severity of ['critical', 'medium', 'low']) await form.getByLabel(severity).uncheck();
        await expect.poll(() => form.getByRole('status').innerText()).toBe('4 of 9 findings');
        expect(await shown(page)).toEqual([
          'Every signed-in user can read every row of Note.',
          'Finding high of file 0.',
          'Finding high of file 1.',
          'Finding high of file 2.',
        ]);
        expect(await state(page)).toBe('#app-1-findings?severity=high');
        await form.getByLabel('with suppressed').uncheck();
        await expect.poll(() => form.getByRole('status').innerText()).toBe('3 of 9 findings');
        await form.getByRole('button', { name: 'Show everything' }).click();
        await expect.poll(() => form.getByRole('status').innerText()).toBe('9 findings');
        expect(await state(page)).toBe('#app-1-findings');
        expect(errors).toEqual([]);
      });
    });

    it('narrows by rule, file and words, which may stand anywhere in a finding', async () => {
      await withPage({}, async (page) => {
        const form = first(page).locator('form.filter');
        await form.getByLabel('Rule').selectOption('no-websocket');
        await form.getByLabel('File').fill('PAGES/');
        await expect.poll(() => shown(page)).toEqual(['Finding high of file 0.', 'Finding high of file 1.']);
        await form.getByLabel('Text').fill('home  finding');
        await expect.poll(() => shown(page)).toEqual(['Finding high of file 1.']);
        expect(await first(page).locator('section.file:visible').count()).toBe(1);
      });
    });

    it('keeps what it shows in the address, and takes it from there', async () => {
      const fragment = '#app-1-findings?severity=low,high&rule=require-read-limit&text=file+1+home';
      await withPage(
        {},
        async (page) => {
          expect(await shown(page)).toEqual(['Finding low of file 1.']);
          const form = first(page).locator('form.filter');
          expect(await form.getByRole('status').innerText()).toBe('1 of 9 findings');
          expect(await form.getByLabel('critical').isChecked()).toBe(false);
          expect(await form.getByLabel('Text').inputValue()).toBe('file 1 home');
        },
        fragment,
      );
    });

    it('gives way to a link that leads to a finding out of view, and opens it', async () => {
      await withPage(
        {},
        async (page) => {
          expect(await shown(page)).toEqual([]);
          await page.locator('.tasks a').first().click();
          await expect.poll(() => page.locator(':target').isVisible()).toBe(true);
          expect(await page.locator(':target .body').isVisible()).toBe(true);
        },
        '#app-1-findings?text=nothing+holds+this',
      );
    });

    it('does not stumble over an address that means nothing', async () => {
      await withPage(
        {},
        async (page, _requests, errors) => {
          expect(await shown(page)).toHaveLength(9);
          expect(errors).toEqual([]);
        },
        '#%E0%A4%A?severity=<b>&rule=%',
      );
    });
  });
});
