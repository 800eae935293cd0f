import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bringPnpm } from './pnpm.mjs';
import { packages, root } from './root.mjs';
import { runNode, toolScript } from './run.mjs';

/**
 * Packs every package as `pnpm publish` would and lets publint and attw read the tarballs: what users install is what
 * is checked, not the folder that it was made from.
 *
 * @param {readonly string[]} path folders put before PATH.
 * @returns {Promise<import('./steps.mjs').StepResult>}
 */
export async function checkPackages(path) {
  const pnpm = await bringPnpm();
  const failures = [];
  for (const name of packages) {
    const folder = mkdtempSync(join(tmpdir(), 'base44-lint-pack-'));
    try {
      const problem = await checkPackage(name, folder, pnpm.script, path);
      if (problem) failures.push(`packages/${name}: ${problem.trim()}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { passed: packages.length - failures.length, failed: failures.length, output: failures.join('\n\n') };
}

/** The output of the first check that fails, or undefined. */
async function checkPackage(name, folder, pnpmScript, path) {
  const cwd = resolve(root, 'packages', name);
  const packed = await runNode(pnpmScript, ['pack', '--pack-destination', folder], { cwd, path });
  if (packed.code !== 0) return packed.output;
  const tarball = join(folder, readdirSync(folder)[0]);
  const checks = [
    [toolScript('publint'), ['run', '--strict', tarball]],
    [toolScript('@arethetypeswrong/cli', 'attw'), ['--profile', 'esm-only', '--no-emoji', tarball]],
  ];
  for (const [script, args] of checks) {
    const { code, output } = await runNode(script, args, { path });
    if (code !== 0) return output;
  }
  return undefined;
}
