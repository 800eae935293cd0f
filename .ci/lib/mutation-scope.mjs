import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './root.mjs';

/**
 * @typedef {object} Group
 * @property {string} name
 * @property {string} folder
 * @property {RegExp} files on the path inside `folder`.
 * @property {string[]} tests globs of the test files that have to notice: those beside the code. What only a test far
 *   away notices counts as unnoticed, which is stricter, and ten times as fast.
 */

/**
 * What the mutation tests mutate, in the groups that `docs/mutation.md` gives figures for.
 *
 * @type {readonly Group[]}
 */
export const groups = [
  {
    name: 'recognition',
    folder: 'packages/model/src/code',
    // Reading a file into a tree is tested with hundreds of thousands of levels, too slowly for this.
    files: /^(?!parse\.|nesting\.)[\w-]+\.ts$/u,
    // The parsers are compared with each other, and a mutant changes what is made of all their trees alike.
    tests: ['packages/model/src/code/!(parse|parsers).test.ts'],
  },
  {
    name: 'app semantics',
    folder: 'packages/model/src/app',
    files: /^(?:access|condition(?:-\w+)?|grant|schema|sensitivity|tenants|things|zones|sdk-version)\.ts$/u,
    tests: ['packages/model/src/app/*.test.ts'],
  },
  {
    name: 'rules and severity',
    folder: 'packages/rules/src',
    files: /^(?!generated\b|secrets\b|testing\b)[\w-]+\/[\w-]+\.ts$/u,
    tests: ['packages/rules/src/*/*.test.ts'],
  },
];

/**
 * The group's source files, relative to the repository's root. Tests are none: their names have a second dot.
 *
 * @param {Group} group
 */
export function filesOf({ folder, files }) {
  return readdirSync(resolve(root, folder), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => files.test(path))
    .sort()
    .map((path) => `${folder}/${path}`);
}

/** @param {string} file or glob. @returns {Group | undefined} */
export function groupOf(file) {
  return groups.find(({ folder }) => file.startsWith(`${folder}/`));
}

/**
 * Draws whole functions, so that what survives can be read and judged together: each top-level function by a hash of
 * its place and the seed, independent of all others.
 *
 * @param {readonly string[]} files
 * @param {number} percent
 * @param {string} seed
 * @returns {string[]} line ranges as Stryker reads them: `file.ts:10-20`.
 */
export function sampleOf(files, percent, seed) {
  return files.flatMap((file) =>
    functionsIn(readFileSync(resolve(root, file), 'utf8'))
      .filter(({ name }) => numberOf(`${seed} ${file} ${name}`) < percent / 100)
      .map(({ start, end }) => `${file}:${start}-${end}`),
  );
}

/**
 * Functions of a file that prettier has formatted, those of the module and the methods of its classes: from their first
 * line to the next `}` as far to the left.
 */
function functionsIn(text) {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = FUNCTION.exec(line)?.[1] ?? METHOD.exec(line)?.[1];
    if (name === undefined) return [];
    const indent = line.startsWith(' ') ? '  ' : '';
    const length = lines.slice(index).findIndex((later) => END.test(later) && later.search(/\S/u) === indent.length);
    return [{ name, start: index + 1, end: index + 1 + Math.max(length, 0) }];
  });
}

const FUNCTION = /^(?:export )?(?:async )?(?:function\*? |const (?=\w+ = (?:async )?\())(\w+)/u;
const METHOD = /^ {2}(?:async )?(?!(?:if|for|while|switch|catch|return)\b)(#?\w+)(?:<\w+>)?\(.*\{$/u;
const END = /^\s*\}|;$/u;

/** A number in 0..1 that follows from the text. */
function numberOf(text) {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}
