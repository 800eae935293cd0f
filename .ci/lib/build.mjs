import { runNode, toolScript } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Builds what is stale among the named projects and the ones they refer to; fails with the compiler's output.
 *
 * @param {readonly string[]} projects folders with a tsconfig.json, relative to the root.
 */
export async function buildIfStale(projects) {
  const { code, output } = await runNode(toolScript('typescript', 'tsc'), ['-b', ...projects, '--pretty']);
  if (code !== 0) throw new SetupError('the packages do not compile; see the errors above.', output);
}
