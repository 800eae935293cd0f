import { zoneOf, type App, type Place, type SourceTree } from '@base44-lint/model';
import { textIn } from './manifest.js';

/** The page that a browser loads first, as far as its tags tell. Comments count as absent. */
export interface Page {
  readonly file: string;
  /** The element that the browser code fills, where nothing else stands in it. */
  readonly emptyRoot: Place | null;
  readonly title: Place | null;
  readonly head: Place | null;
  readonly metas: readonly Meta[];
  /** A paragraph or more stands in the body already, for readers that run no code. */
  readonly hasText: boolean;
}

export interface Meta {
  /** `name`, `property` or `http-equiv`, in lower case. */
  readonly key: string;
  readonly content: string;
  readonly place: Place;
}

/** The `index.html` files of the browser code. */
export function pagesOf(app: App, tree: SourceTree): readonly Page[] {
  return tree.files
    .filter((file) => /(?:^|\/)index\.html$/.test(file) && zoneOf(app, file) === 'frontend')
    .flatMap((file) => {
      const text = textIn(tree, file);
      return text === undefined ? [] : [pageOf(file, blanked(text, '<!--', '-->'))];
    });
}

function pageOf(file: string, text: string): Page {
  const place = (pattern: RegExp): Place | null => {
    const match = pattern.exec(text);
    return match && { file, start: match.index, end: match.index + match[0].length };
  };
  return {
    file,
    emptyRoot: place(/<div\s+id=["']?(?:root|app)["']?\s*>\s*<\/div>/i),
    title: place(/<title>[^<]*<\/title>/i),
    head: place(/<head\b[^<>]*>/i),
    hasText: textOfBody(text).length >= paragraph,
    metas: [...text.matchAll(/<meta\b[^<>]*>/gi)].map((match) => metaOf(file, match)),
  };
}

function metaOf(file: string, { 0: tag, index }: RegExpExecArray): Meta {
  const attributes = new Map(
    [...tag.matchAll(/\b(http-equiv|name|property|content)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
      ([, name, double, single]) => [name!.toLowerCase(), double ?? single ?? ''] as const,
    ),
  );
  const key = attributes.get('http-equiv') ?? attributes.get('name') ?? attributes.get('property') ?? '';
  return {
    key: key.toLowerCase(),
    content: attributes.get('content') ?? '',
    place: { file, start: index, end: index + tag.length },
  };
}

/** Less is a notice such as "enable JavaScript". Characters. */
const paragraph = 200;

function textOfBody(text: string): string {
  const body = text.slice(Math.max(text.search(/<body\b/i), 0));
  const shown = blanked(blanked(body, '<script', '</script>'), '<style', '</style>');
  return shown
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands between two marks becomes blanks, so that offsets stay. */
function blanked(text: string, open: string, close: string): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    const start = text.indexOf(open, at);
    if (start < 0) return result + text.slice(at);
    const found = text.indexOf(close, start);
    const end = found < 0 ? text.length : found + close.length;
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return result;
}
