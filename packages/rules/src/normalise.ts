/**
 * Code without its formatting: two snippets that differ only in white space, comments, quotes, semicolons, trailing
 * commas, quoted keys, or the parentheses of a one-parameter arrow or around JSX give the same text. No parser: snippets are parts of
 * files, and what is not valid code must have an identity too.
 */
export function normaliseSnippet(snippet: string): string {
  const tokens = tokenise(snippet);
  const kept: string[] = [];
  /** For each open parenthesis: whether it is left out, and so its partner too. */
  const open: boolean[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    const previous = kept.at(-1);
    if (token === ';') continue;
    if (token === ',' && (next === undefined || next === ')' || next === ']' || next === '}')) continue;
    if (token === '(') {
      const aroundParameter = isName(next) && tokens[i + 2] === ')' && tokens[i + 3] === '=>';
      const aroundJsx = next === '<' && (previous === 'return' || !(isName(previous) || previous === ')'));
      open.push(aroundParameter || aroundJsx);
      if (open.at(-1)) continue;
    } else if (token === ')' && open.pop()) continue;
    const isKey = next === ':' && (previous === '{' || previous === ',');
    kept.push((isKey ? unquoted(token) : undefined) ?? token);
  }
  return kept.join(' ');
}

function isName(token: string | undefined): token is string {
  return token !== undefined && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(token);
}

function unquoted(token: string): string | undefined {
  if (!token.startsWith('"')) return undefined;
  const text = JSON.parse(token) as string;
  return isName(text) ? text : undefined;
}

const token = new RegExp(
  [
    String.raw`(?<skip>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<string>'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")`,
    '(?<other>`(?:[^`\\\\]|\\\\[\\s\\S])*`|[\\p{L}\\p{N}_$]+|=>|.)',
  ].join('|'),
  'suy',
);

function tokenise(snippet: string): readonly string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(snippet); match; match = token.exec(snippet)) {
    const { string, other } = match.groups!;
    if (string !== undefined) tokens.push(JSON.stringify(withoutNeedlessEscapes(string.slice(1, -1))));
    else if (other !== undefined) tokens.push(other);
  }
  return tokens;
}

/** Formatters change which quotes are escaped, and no other escape. */
function withoutNeedlessEscapes(text: string): string {
  return text.replace(/\\(['"])/g, '$1');
}
