// npm run generate: runs the generators of the packages. With --check it fails when that changed a file.
//
// A generator is a script in `packages/*/scripts/`, run from the repository's root:
// - `generate-sources*.mjs` before its package is built (what the build needs; it may import packages below its own),
// - `generate*.mjs` after its package is built (what follows from the built package: docs, schemas).
// It need not format what it writes; prettier does that here.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfStale } from './lib/build.mjs';
import { installIfStale } from './lib/install.mjs';
import { packages, root } from './lib/root.mjs';
import { runNode, toolScript } from './lib/run.mjs';
import { exitWith, SetupError } from './lib/setup-error.mjs';
import { changedFiles, takeSnapshot } from './lib/tree-snapshot.mjs';

await exitWith(async () => {
  const check = process.argv.includes('--check');
  await installIfStale();
  const changed = [];
  for (const name of packages) {
    const { beforeBuild, afterBuild } = generatorsOf(name);
    for (const script of beforeBuild) changed.push(...(await runGenerator(script)));
    if (afterBuild.length > 0) await buildIfStale([join('packages', name)]);
    for (const script of afterBuild) changed.push(...(await runGenerator(script)));
  }
  for (const path of changed) console.log(`written: ${path}`);
  if (check && changed.length > 0) {
    throw new SetupError('generated files were out of date; they are written now, commit them with their source.');
  }
  return 0;
});

function generatorsOf(name) {
  const folder = join('packages', name, 'scripts');
  const names = existsSync(resolve(root, folder)) ? readdirSync(resolve(root, folder)).sort() : [];
  const scripts = names.filter((file) => /^generate.*\.mjs$/u.test(file));
  const isBefore = (file) => file.startsWith('generate-sources');
  return {
    beforeBuild: scripts.filter(isBefore).map((file) => join(folder, file)),
    afterBuild: scripts.filter((file) => !isBefore(file)).map((file) => join(folder, file)),
  };
}

/** Runs one generator and formats what it wrote; gives the files whose formatted text is new. */
async function runGenerator(script) {
  const before = takeSnapshot(root);
  const { code, output } = await runNode(resolve(root, script), []);
  if (code !== 0) throw new SetupError(`${script} failed; see its output above.`, output);
  const touched = changedFiles(before, takeSnapshot(root));
  const present = touched.filter((path) => existsSync(resolve(root, path)));
  if (present.length > 0) await formatFiles(present);
  return changedFiles(before, takeSnapshot(root)).filter((path) => touched.includes(path));
}

async function formatFiles(paths) {
  const prettier = toolScript('prettier');
  const { code, output } = await runNode(prettier, ['--write', '--ignore-unknown', '--log-level=warn', ...paths]);
  if (code !== 0) throw new SetupError('prettier could not read a generated file; see its output above.', output);
}
