import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bringPnpm } from './pnpm.mjs';
import { root, toolsFolder } from './root.mjs';
import { runNode } from './run.mjs';
import { SetupError } from './setup-error.mjs';

const attempts = 3;
const stampFile = resolve(toolsFolder, 'installed');

/** Installs the dependencies exactly as the lock file says, unless that was done already for this lock file. */
export async function installIfStale() {
  const stamp = installStamp();
  if (isInstalled(stamp)) return;
  const pnpm = await bringPnpm();
  console.error('Installing dependencies from the lock file …');
  // Development dependencies are wanted whatever NODE_ENV says, and nobody may be there to answer a question.
  const args = [
    'install',
    '--frozen-lockfile',
    '--prod=false',
    '--reporter=append-only',
    '--config.confirmModulesPurge=false',
  ];
  let result;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    result = await runNode(pnpm.script, args, { path: [pnpm.bin] });
    if (result.code === 0) {
      mkdirSync(toolsFolder, { recursive: true });
      writeFileSync(stampFile, stamp);
      return;
    }
    if (result.output.includes('ERR_PNPM_OUTDATED_LOCKFILE')) {
      throw new SetupError(
        'pnpm-lock.yaml does not match the package.json files; run "pnpm install" and commit the lock file.',
      );
    }
  }
  throw new SetupError(
    `pnpm could not install the dependencies in ${attempts} attempts; see its output above, then run again.`,
    result?.output,
  );
}

function isInstalled(stamp) {
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) return false;
  return manifests().every(({ folder, text }) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text);
    const needsModules = Object.keys({ ...dependencies, ...devDependencies }).length > 0;
    return !needsModules || existsSync(resolve(folder, 'node_modules'));
  });
}

/** Changes with everything that decides what an install puts on the disk. */
function installStamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(resolve(root, file)));
  for (const { text } of manifests()) hash.update(text);
  return hash.digest('hex');
}

function manifests() {
  const members = readdirSync(resolve(root, 'packages')).map((name) => resolve(root, 'packages', name));
  return [root, ...members, resolve(root, 'test')]
    .filter((folder) => existsSync(resolve(folder, 'package.json')))
    .map((folder) => ({ folder, text: readFileSync(resolve(folder, 'package.json'), 'utf8') }));
}
