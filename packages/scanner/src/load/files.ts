import { filesOf, joinPath, type App, type SourceTree } from '@base44-lint/model';
import { baselineFileName } from '../baseline/file.js';

const code = /\.[cm]?[jt]sx?$/iu;
const declarations = /\.d\.[cm]?ts$/iu;
const plainText =
  /(?:^|\/)\.(?:env[^/]*|npmrc)$|\.(?:jsonc?|ya?ml|toml|properties|ini|cfg|conf|xml|plist|gradle|kts?|java|swift|sh|bash|py|rb|php|sql|mdx?|html?|txt)$/iu;
const lockFile = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|[^/]*\.lock\.\w+)$/iu;

export interface AppFiles {
  /** All files of the app that its settings do not leave out, sorted. */
  readonly all: readonly string[];
  readonly code: readonly string[];
  /** Files that are no code but can carry a finding. */
  readonly text: readonly string[];
}

/** The files of an app by what can be done with them. */
export function sortFiles(app: App, tree: SourceTree): AppFiles {
  // What is known of an app is no part of it; its excerpts and hashes would be taken for code and keys.
  const baseline = joinPath(app.root, baselineFileName);
  const all = filesOf(app, tree).filter((file) => file !== baseline);
  return {
    all,
    code: all.filter((file) => code.test(file) && !declarations.test(file)),
    text: all.filter((file) => plainText.test(file) && !lockFile.test(file)),
  };
}
