import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { scan } from 'base44-scan';
import { afterAll, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const templates = join(dirname(require.resolve('base44/package.json')), 'dist/assets/templates');
const work = mkdtempSync(join(tmpdir(), 'base44-templates-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A template as the Base44 CLI would write it: files that it renders get their names and the app's name. */
function created(name: string): string {
  const app = join(work, name);
  for (const entry of readdirSync(join(templates, name), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(app, relative(join(templates, name), source));
    mkdirSync(dirname(target), { recursive: true });
    if (source.endsWith('.ejs')) writeFileSync(target.slice(0, -'.ejs'.length), rendered(readFileSync(source, 'utf8')));
    else copyFileSync(source, target);
  }
  return app;
}

function rendered(text: string): string {
  return text.replaceAll(/<%=[^%]*%>/g, 'Sample').replaceAll(/<%[^%]*%>/g, '');
}

test('the full-stack template has one loop of deletes, and a Task entity that everyone may change is no alarm above medium', async () => {
  const { apps } = await scan(created('backend-and-client'));
  expect(apps).toHaveLength(1);
  const [app] = apps;
  expect(app?.app.layout).toBe('base44-folder');
  expect(app?.app.entities.map(({ name }) => name)).toContain('Task');
  expect(app?.notChecked).toEqual([]);
  const found = app?.findings.map(({ rule, severity, location: { file } }) => `${severity} ${rule} ${file}`);
  expect(found?.toSorted()).toEqual([
    'info no-ignored-host-files index.html',
    // `Task` holds a title and a switch: nobody's secret, so that reading it all is low …
    'low no-unfiltered-list src/App.jsx',
    'low require-data-export package.json',
    'low require-read-limit src/App.jsx',
    'low sdk-lock-in src/App.jsx',
    'medium no-bulk-delete-loop src/App.jsx',
    // … but without rules whoever has the address of the app deletes the tasks of all others.
    'medium require-entity-rules base44/entities/Task.jsonc',
  ]);
});

test('the backend-only template holds nothing to report', async () => {
  const { apps } = await scan(created('backend-only'));
  expect(apps.flatMap(({ findings }) => findings)).toEqual([]);
});
