// `node test/bench/report.mjs [PATH] [--findings N] [--apps N] [--rounds N]`: how large the HTML report is, and how long a
// browser takes to open it and to filter it. Without a path the example that leaks is scanned and its findings are repeated
// under other file names until there are enough.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { html } from '../../packages/scanner/dist/report/html/index.js';
import { scan } from '../../packages/scanner/dist/scan.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    findings: { type: 'string' },
    apps: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    browser: { type: 'string', default: '/usr/bin/chromium-headless-shell' },
  },
});
const [given] = positionals;
const example = fileURLToPath(new URL('../../examples/leaky-crm', import.meta.url));
const scanned = await scan(given === undefined ? example : resolve(given));
const wanted = values.findings === undefined ? (given === undefined ? 5000 : 0) : Number(values.findings);
const result = repeated(scanned, wanted, Number(values.apps));

const options = {
  minSeverity: 'info',
  failOn: 'high',
  color: false,
  groupBy: 'file',
  section: null,
  explain: false,
  all: false,
  repositoryPath: '',
};
const before = performance.now();
const { output } = html(result, options);
const rendered = performance.now() - before;
const folder = mkdtempSync(join(tmpdir(), 'base44-report-bench-'));
try {
  const file = join(folder, 'report.html');
  writeFileSync(file, output);
  const times = [];
  for (let round = 0; round < Number(values.rounds); round++) times.push(await opened(pathToFileURL(file).href));
  const count = result.apps.reduce((sum, { findings }) => sum + findings.length, 0);
  const megabytes = Buffer.byteLength(output) / 1e6;
  console.log(
    `${count} findings in ${result.apps.length} apps: ${megabytes.toFixed(1)} MB, rendered in ${rendered.toFixed(0)} ms`,
  );
  for (const key of ['painted', 'loaded', 'filtered', 'searched'])
    console.log(`${key.padEnd(9)} ${median(times.map((one) => one[key])).toFixed(0)} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Findings of each app repeated under other file names until all apps together have so many. */
function repeated(result, findings, apps) {
  const all = Array.from({ length: apps }, (_, index) => {
    const one = result.apps[index % result.apps.length];
    return apps > result.apps.length ? { ...one, app: { ...one.app, root: `apps/${index + 1}` } } : one;
  });
  const each = Math.ceil(findings / all.length);
  return { ...result, apps: all.map((app) => ({ ...app, findings: copies(app.findings, each) })) };
}

function copies(findings, count) {
  if (findings.length >= count) return findings;
  return Array.from({ length: count }, (_, index) => {
    const finding = findings[index % findings.length];
    const turn = Math.floor(index / findings.length);
    const file = `${finding.location.file}${turn === 0 ? '' : `.${turn}`}`;
    return { ...finding, identity: `${finding.identity}-${turn}`, location: { ...finding.location, file } };
  });
}

async function opened(url) {
  const browser = await chromium.launch({ executablePath: values.browser, args: ['--no-sandbox'], timeout: 120_000 });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(url, { waitUntil: 'load' });
    const loaded = await page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd');
    const painted = await page.evaluate('performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN');
    const filtered = await page.evaluate(after('form.elements.rule.selectedIndex = 1'));
    const searched = await page.evaluate(after('form.reset(); form.elements.text.value = "organization"'));
    return { painted, loaded, filtered, searched };
  } finally {
    await browser.close();
  }
}

/** From a change in the form to the next frame behind what it leads to. */
function after(change) {
  return `new Promise((done) => {
    const form = document.querySelector('form.filter');
    ${change};
    const start = performance.now();
    form.dispatchEvent(new Event('input'));
    const before = form.querySelector('[role=status]').textContent;
    new MutationObserver((_, observer) => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    }).observe(form.querySelector('[role=status]'), { childList: true });
  })`;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
