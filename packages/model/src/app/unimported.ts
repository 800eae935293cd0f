import { baseName } from './paths.js';

/** What a file mentions in quotes as the end of a path: `'./pages/Home'`, `"@/lib/api.js"`. Not `"/Home"`, which is a link. */
const pathEnd = /(?<!['"`])\/([^/'"`\r\n]{1,100})['"`]/g;
/** Modules that are found by a pattern, or by a plugin, are imported without being named. */
const byPattern = /import\.meta\.glob|require\.context|import\(\s*(?:\/\*[^*]*\*\/\s*)?`|['"](?:virtual:|~)[\w-]*pages/;
const code = /\.[cm]?[jt]sx?$/i;
const entryPoint = /(?:^|\/)src\/main\.[cm]?[jt]sx?$/i;
/** Loaded by name from outside of the code: by the page, the browser, a tool. */
const startedByOthers =
  /^(?:main|index|app|sw|service-?worker|worker|setup\w*|vite-env)$|\.(?:config|d|test|spec|stories|worker)$/i;

/** Collects, file by file, which modules an app mentions, to tell which of its files nothing imports. */
export class ModuleMentions {
  /** Last segment of a path without extension → the one file that mentions it, null for several. */
  private readonly mentioned = new Map<string, string | null>();
  private isOpen = false;
  private hasEntry = false;

  add(file: string, text: string): void {
    this.hasEntry ||= entryPoint.test(file);
    this.isOpen ||= byPattern.test(text);
    for (const [, name = ''] of text.matchAll(pathEnd)) {
      const stem = stemOf(name);
      const known = this.mentioned.get(stem);
      if (known !== file) this.mentioned.set(stem, known === undefined ? file : null);
    }
  }

  /**
   * Those of `files` that no other file mentions by its name, sorted as given. By text, so that a file counts as imported
   * wherever that is possible at all; none where modules are found by pattern, or where the start of the app is not in sight.
   */
  unimported(files: readonly string[]): readonly string[] {
    if (this.isOpen || !this.hasEntry) return [];
    return files.filter((file) => {
      const stem = stemOf(baseName(file));
      if (!code.test(file) || startedByOthers.test(stem)) return false;
      const by = this.mentioned.get(stem);
      return by === undefined || by === file;
    });
  }
}

const stemOf = (name: string): string => name.replace(code, '');
