// npm run build: prepares this checkout (dependencies from the lock file, packages built); skips what is done already.
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './lib/build.mjs';
import { installIfStale } from './lib/install.mjs';
import { exitWith } from './lib/setup-error.mjs';

/** Installs and builds whatever is stale; throws a `SetupError` when that fails. */
export async function setup() {
  await installIfStale();
  await buildIfStale(['packages']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await exitWith(async () => {
    await setup();
    return 0;
  });
}
