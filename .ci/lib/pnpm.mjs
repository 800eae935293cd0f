import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root, toolsFolder } from './root.mjs';
import { runNode } from './run.mjs';
import { SetupError } from './setup-error.mjs';

const attempts = 3;

/**
 * The pnpm that package.json pins, fetched with npm into `.tools/` when it is not there yet. Neither corepack nor a
 * global pnpm is used: the first may be missing (Node 25 dropped it), the second may be another version.
 *
 * @returns {Promise<{ script: string, bin: string }>} pnpm's script, and the folder with its command for PATH.
 */
export async function bringPnpm() {
  const version = pinnedVersion();
  const folder = resolve(toolsFolder, `pnpm-${version}`);
  if (!existsSync(folder)) await fetchPnpm(version, folder);
  return { script: resolve(folder, 'node_modules/pnpm/bin/pnpm.cjs'), bin: resolve(folder, 'node_modules/.bin') };
}

function pinnedVersion() {
  const { packageManager } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const match = /^pnpm@(?<version>\d+\.\d+\.\d+)/u.exec(packageManager);
  if (!match?.groups) throw new SetupError('package.json must pin pnpm in "packageManager", such as "pnpm@10.34.8".');
  return match.groups.version;
}

/** Installs into a temporary folder and renames it, so that an interrupted download is never taken for pnpm. */
async function fetchPnpm(version, folder) {
  console.error(`Fetching pnpm ${version} …`);
  const partial = `${folder}.partial-${process.pid}`;
  const args = [
    'install',
    '--prefix',
    partial,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--fetch-retries=0',
    '--loglevel=error',
  ];
  let output = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    mkdirSync(partial, { recursive: true });
    const result = await runNode(npmScript(), [...args, `pnpm@${version}`]);
    if (result.code === 0) {
      renameSync(partial, folder);
      return;
    }
    output = result.output;
    rmSync(partial, { recursive: true, force: true });
    if (attempt < attempts) await wait(2000 * attempt);
  }
  const reason = /reason: (?<reason>.+)/u.exec(output)?.groups?.reason;
  throw new SetupError(
    `npm could not fetch pnpm ${version} in ${attempts} attempts${reason ? ` (${reason})` : ''}; check the network and npm's proxy settings, then run again.`,
    reason ? '' : output,
  );
}

/** npm's own script: the one that started us, else the one beside this Node. */
function npmScript() {
  const started = process.env.npm_execpath;
  if (started?.endsWith('npm-cli.js')) return started;
  const prefix = dirname(process.execPath);
  const beside = [
    resolve(prefix, '../lib/node_modules/npm/bin/npm-cli.js'),
    resolve(prefix, 'node_modules/npm/bin/npm-cli.js'),
  ].find((path) => existsSync(path));
  if (beside) return beside;
  try {
    const globalModules = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
    return resolve(globalModules, 'npm/bin/npm-cli.js');
  } catch {
    throw new SetupError('npm was not found; install Node.js with npm (https://nodejs.org) and run again.');
  }
}
