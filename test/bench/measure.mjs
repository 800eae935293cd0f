import { spawn } from 'node:child_process';

/**
 * What one run of a whole process took.
 *
 * @typedef {object} Usage
 * @property {number} wall seconds from spawn to exit.
 * @property {number} cpu seconds of user and system time on all cores; steadier than `wall` on a busy machine.
 * @property {number} memory peak resident set in MiB.
 *
 * @typedef {{ name: string, args: readonly string[], cwd?: string, exitCodes?: readonly number[] }} Subject
 *   `args` of a new Node process; `exitCodes` that count as success (0 alone by default).
 */

const probe = new URL('./subjects/probe.mjs', import.meta.url).href;

/**
 * Runs every subject once per round, in an order that turns with each round, so that drift of a shared machine meets
 * all alike. One unmeasured round goes before, for the disk cache.
 *
 * @param {readonly Subject[]} subjects
 * @param {{ rounds: number, onRun?: (name: string, round: number) => void }} options
 * @returns {Promise<Map<string, Usage>>} medians by subject.
 */
export async function measure(subjects, { rounds, onRun = () => {} }) {
  const usages = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < subjects.length; turn++) {
      const subject = subjects[(turn + round) % subjects.length];
      onRun(subject.name, round);
      const usage = await run(subject);
      if (round > 0) usages.get(subject.name).push(usage);
    }
  }
  return new Map([...usages].map(([name, list]) => [name, medians(list)]));
}

/** @param {Subject} subject @returns {Promise<Usage>} */
function run({ name, args, cwd, exitCodes = [0] }) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', probe, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    let report = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.stdio[3].on('data', (chunk) => (report += chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      const wall = (performance.now() - start) / 1000;
      if (!exitCodes.includes(code ?? 1)) return fail(new Error(`${name} ended with code ${code}: ${errors.trim()}`));
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(report);
      done({ wall, cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 });
    });
  });
}

/** @param {readonly Usage[]} usages @returns {Usage} */
function medians(usages) {
  const of = (key) => median(usages.map((usage) => usage[key]));
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory') };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
