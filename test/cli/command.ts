import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const bin = join(repository, 'packages/scanner/bin/base44-scan.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user would, without a terminal. */
export function run(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { ...options, env: { ...process.env, ...options.env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder with these files, removed when the test file has ended. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'base44-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const manifest = JSON.stringify({ name: 'sample', dependencies: { '@base44/sdk': '^0.8.31' } });
const client = "import { createClient } from '@base44/sdk';\nexport const base44 = createClient({ appId: 'x' });\n";

/** A small app with one leak: everybody's clients are read by everybody. */
export const leakyApp: Readonly<Record<string, string>> = {
  'package.json': manifest,
  'base44/config.jsonc': '{ "name": "Sample", "visibility": "public" }',
  'base44/entities/Client.jsonc':
    '{ "name": "Client", "type": "object", "properties": { "email": { "type": "string", "format": "email" } } }',
  'src/api/base44Client.js': client,
  'src/pages/Clients.jsx':
    "import { base44 } from '@/api/base44Client';\n\nexport const load = async () => base44.entities.Client.list();\n",
};

/** The same app without the leak. */
export const cleanApp: Readonly<Record<string, string>> = {
  ...leakyApp,
  'base44/entities/Client.jsonc':
    '{ "name": "Client", "type": "object", "properties": { "email": { "type": "string", "format": "email" } }, "rls": { "create": { "created_by": "{{user.email}}" }, "read": { "created_by": "{{user.email}}" }, "update": { "created_by": "{{user.email}}" }, "delete": { "created_by": "{{user.email}}" } } }',
};
