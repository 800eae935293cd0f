import { recogniseText, type FileFacts, type ReadTree } from '@base44-lint/model';
import { symbolAt } from '@base44-lint/rules';
import type { Baseline } from './match.js';

/**
 * Tells whether an app still has a place: a file, or a function in it. What cannot be read is taken to be there still.
 *
 * @param facts of the files that were analysed; others are recognised when they are asked for
 */
export function placesOf(tree: ReadTree, facts: ReadonlyMap<string, FileFacts>): Baseline['isGone'] {
  const there = new Set([...tree.files, ...tree.notChecked.map(({ file }) => file)]);
  const symbols = new Map<string, ReadonlySet<string> | undefined>();
  return (file, symbol) => {
    if (!there.has(file)) return true;
    if (symbol === '') return false;
    if (!symbols.has(file)) symbols.set(file, symbolsOf(facts.get(file) ?? recognised(tree, file)));
    return symbols.get(file)?.has(symbol) === false;
  };
}

function symbolsOf(facts: FileFacts | undefined): ReadonlySet<string> | undefined {
  return facts && new Set(facts.functions.slice(1).map((fn) => symbolAt(facts, fn)));
}

function recognised(tree: ReadTree, file: string): FileFacts | undefined {
  try {
    return recogniseText(tree.read(file), file);
  } catch {
    return undefined;
  }
}
