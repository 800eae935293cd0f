import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { root } from './root.mjs';

/**
 * Runs a Node script as a child process, so that no `.cmd` or shell wrapper is needed on any platform.
 *
 * @param {string} script absolute path of the script.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, show?: boolean, path?: readonly string[], minutes?: number }} [options]
 *   `show`: the child writes to our terminal instead of being captured; `path`: folders put before PATH;
 *   `minutes`: after this time the child and everything that it started are ended.
 * @returns {Promise<{ code: number, output: string }>} exit code (1 when ended by a signal) and what was captured.
 */
export function runNode(script, args, { cwd = root, show = false, path = [], minutes } = {}) {
  const search = [...path, resolve(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: { ...process.env, PATH: search },
      // A group of its own, so that its children can be ended with it.
      detached: minutes !== undefined,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const end = minutes === undefined ? () => {} : endWithGroup(child, minutes);
    child.on('error', fail);
    child.on('close', (code) => {
      end();
      done({ code: code ?? 1, output });
    });
  });
}

/** Ends the child's process group after a time, and with us; gives the function that calls this off. */
function endWithGroup(child, minutes) {
  const kill = () => process.kill(-child.pid, 'SIGKILL');
  const interrupt = () => {
    kill();
    process.exit(130);
  };
  const timer = setTimeout(() => {
    console.error(`Not finished after ${minutes} minutes: ended.`);
    kill();
  }, minutes * 60_000);
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return () => {
    clearTimeout(timer);
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  };
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
