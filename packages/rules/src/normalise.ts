/**
 * Code without its formatting: two snippets that differ only in white space, comments, quotes, semicolons, trailing
 * commas, quoted keys, or the parentheses of a one-parameter arrow or around JSX give the same text. No parser: snippets are parts of
 * files, and what is not valid code must have an identity too.
 */
export function normaliseSnippet(snippet: string): string {
  return joined(tokensFrom(snippet, 0, false).tokens);
}

function joined(tokens: readonly string[]): string {
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
    String.raw`\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/`,
    String.raw`(?<string>'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")`,
    String.raw`(?<other>[\p{L}\p{N}_$]+|=>|.)`,
  ].join('|'),
  'suy',
);

/** Deeper templates within templates are taken as they stand: no person writes them, and the stack is finite. */
const deepest = 20;

/** @param nested whether this is an expression of a template, which the brace ends that it has not opened itself */
function tokensFrom(text: string, start: number, nested: boolean, depth = 0): { tokens: string[]; end: number } {
  const tokens: string[] = [];
  let open = 0;
  let at = start;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) break;
    const { string, other } = match.groups!;
    if (other === '`') {
      const template = templateFrom(text, at + 1, depth);
      tokens.push(template.token);
      at = template.end;
      continue;
    }
    if (nested && other === '}' && open === 0) break;
    if (other === '{') open++;
    else if (other === '}') open--;
    if (string !== undefined) tokens.push(JSON.stringify(withoutNeedlessEscapes(string.slice(1, -1))));
    else if (other !== undefined) tokens.push(other);
    at += match[0].length;
  }
  return { tokens, end: at };
}

/** A template is kept as it stands, but for the expressions in it, which formatters format. */
function templateFrom(text: string, start: number, depth: number): { token: string; end: number } {
  const part = /[^`\\$]+|\\[\s\S]|\$\{|[`\\$]/y;
  let token = '`';
  let at = start;
  while (at < text.length) {
    part.lastIndex = at;
    const found = part.exec(text)![0];
    at += found.length;
    token += found;
    if (found === '`') break;
    if (found !== '${' || depth >= deepest) continue;
    const inner = tokensFrom(text, at, true, depth + 1);
    token += joined(inner.tokens);
    at = inner.end;
  }
  return { token, end: at };
}

/** Formatters change which quotes are escaped, and no other escape. */
function withoutNeedlessEscapes(text: string): string {
  return text.replace(/\\(['"])/g, '$1');
}
