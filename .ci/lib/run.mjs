import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { root } from './root.mjs';

/**
 * Runs a Node script as a child process, so that no `.cmd` or shell wrapper is needed on any platform.
 *
 * @param {string} script absolute path of the script.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, show?: boolean, env?: NodeJS.ProcessEnv, path?: readonly string[] }} [options]
 *   `show`: the child writes to our terminal instead of being captured; `path`: folders put before PATH.
 * @returns {Promise<{ code: number, output: string }>} exit code (1 when ended by a signal) and what was captured.
 */
export function runNode(script, args, { cwd = root, show = false, env = {}, path = [] } = {}) {
  const search = [...path, resolve(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: { ...process.env, ...env, PATH: search },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * The script behind a command of one of our development dependencies, read from its `bin` field.
 *
 * @param {string} name package name.
 * @param {string} [command] needed when the package has several commands.
 */
export function toolScript(name, command = name) {
  const folder = resolve(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  return resolve(folder, typeof bin === 'string' ? bin : bin[command]);
}
