import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTree } from '../../app/tree.js';

const folder = fileURLToPath(new URL('../../../../../examples', import.meta.url));

export interface ExampleFile {
  readonly file: string;
  readonly text: string;
}

/** Code files of an example app, sorted by path. */
export function exampleFiles(example: string): readonly ExampleFile[] {
  const root = join(folder, example);
  return readTree(root)
    .files.filter((file) => /\.(?:[cm]?js|jsx|ts|tsx)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

export const EXAMPLES = ['leaky-crm', 'repaired-crm', 'old-layout-shop'] as const;
