import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, '../node_modules');

/** The ESLint versions that must agree, by the alias under which `test/package.json` installs them. */
export const eslintVersions = { '9.19.0': 'eslint-9-19', '9.39.5': 'eslint-9-39', '10.15.0': 'eslint' } as const;
export type EslintVersion = keyof typeof eslintVersions;

export interface ProjectOptions {
  readonly eslint: EslintVersion;
  /** Installed name → name under `test/node_modules`. */
  readonly install?: Readonly<Record<string, string>>;
  /** Files added to the sample app, or written over its own. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * A copy of the sample app outside this repository, with the built plugin and one version of ESLint installed, as a
 * developer has it. Removed after the test.
 */
export function sampleProject({ eslint, install = {}, files = {} }: ProjectOptions): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'base44-sample-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  copyFolder(join(here, 'sample'), folder);
  installInto(folder, { eslint: eslintVersions[eslint], 'eslint-plugin-base44': 'eslint-plugin-base44', ...install });
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name));
    else copyFileSync(join(from, entry.name), join(to, entry.name));
  }
}

function installInto(folder: string, links: Readonly<Record<string, string>>): void {
  if (!existsSync(join(packages, 'eslint-plugin-base44/dist/index.js')))
    throw new Error('packages/eslint-plugin is not built: run `npx tsc -b packages` first.');
  for (const [name, installed] of Object.entries(links)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(packages, installed)), link, 'dir');
  }
}
