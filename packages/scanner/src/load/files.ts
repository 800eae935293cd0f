import { filesOf, type App, type SourceTree } from '@base44-lint/model';

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
  const all = filesOf(app, tree);
  return {
    all,
    code: all.filter((file) => code.test(file) && !declarations.test(file)),
    text: all.filter((file) => plainText.test(file) && !lockFile.test(file)),
  };
}
