import type { Sample } from './sample.js';

/** The headings of a rule's page, in their order (`### option` headings stand below `Options`). */
export const headings = [
  'What can go wrong',
  'Incorrect',
  'Correct',
  'How to fix on Base44',
  'How to fix after export',
  'Limitations of this check',
  'When not to use it',
  'Options',
  'References',
] as const;

export interface DocsPage {
  /** Second-level headings, in order. */
  readonly headings: readonly string[];
  /** Third-level headings under `Options`. */
  readonly options: readonly string[];
  readonly incorrect: readonly DocsSample[];
  readonly correct: readonly DocsSample[];
}

export interface DocsSample extends Sample {
  /** Line of the page on which the sample's code starts. */
  readonly line: number;
}

/**
 * Reads a rule's `docs.md`. The first line of a sample may name its file and SDK version
 * (`// base44/functions/report/entry.ts (SDK 0.8.50)`, `# .env`, `<!-- index.html -->`). A sample with `(context)` after its file, and for rules
 * that do not check configuration files every JSON file below `base44`, is no sample of its own: it belongs to the app
 * of all samples that follow in its section.
 */
export function readDocs(markdown: string, checksJson = false): DocsPage {
  const page = {
    headings: [] as string[],
    options: [] as string[],
    incorrect: [] as DocsSample[],
    correct: [] as DocsSample[],
  };
  let files: Record<string, string> = {};
  for (const block of blocksOf(markdown)) {
    if (block.kind === 'heading') {
      if (block.level === 2) {
        page.headings.push(block.text);
        files = {};
      } else if (block.level === 3 && page.headings.at(-1) === 'Options') page.options.push(block.text);
      continue;
    }
    const samples = { Incorrect: page.incorrect, Correct: page.correct }[page.headings.at(-1) ?? ''];
    if (!samples) continue;
    const header = headerOf(block.text.split('\n', 1)[0]!);
    const file = header?.[1];
    const isContext =
      header?.[3] || (!checksJson && /(?:^|\/)base44\/(?:entities\/.*|config)\.jsonc$/.test(file ?? ''));
    if (!isContext)
      samples.push({
        code: block.text,
        line: block.line,
        files,
        ...(file && { file }),
        ...(header?.[2] && { sdk: header[2] }),
      });
    if (file && (isContext || /\.jsonc?$/.test(file))) files = { ...files, [file]: block.text };
  }
  return page;
}

/** `// path (SDK 0.8.50) (context)`, behind the comment mark of the sample's language. */
function headerOf(line: string): RegExpExecArray | null {
  const comment = /^<!-- (.*) -->$/.exec(line)?.[1] ?? /^(?:\/\/|#) (.*)$/.exec(line)?.[1];
  return comment === undefined ? null : /^(\S.*?)(?: \(SDK ([\d.]+)\))?( \(context\))?$/.exec(comment);
}

type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly line: number };

function* blocksOf(markdown: string): Generator<Block> {
  let code: string[] | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (line.startsWith('```')) {
      if (code) yield { kind: 'code', text: code.join('\n'), line: index - code.length + 1 };
      code = code ? undefined : [];
    } else if (code) code.push(line);
    else {
      const heading = /^(#+) (.+?)\s*$/.exec(line);
      if (heading) yield { kind: 'heading', level: heading[1]!.length, text: heading[2]!.replaceAll('`', '') };
    }
  }
}
