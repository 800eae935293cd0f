import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, repository } from '../cli/command.js';

/** A copy of an example outside of any repository, removed when the test file has ended. */
export function copyOf(example: string): string {
  const root = join(repository, 'examples', example);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return folderOf(
    Object.fromEntries(
      files.map(({ parentPath, name }) => {
        const file = join(parentPath, name);
        return [file.slice(root.length + 1), readFileSync(file, 'utf8')];
      }),
    ),
  );
}
