import { ConfigCommentParser } from '@eslint/plugin-kit';
import type { Span } from '@base44-lint/model';
import { commentsOf } from './comments.js';
import type { Position } from '../result.js';
import type { Positions } from './positions.js';

/** A comment that switches rules off or on. An empty `rules` means all rules. */
export interface Directive {
  readonly kind: 'disable' | 'enable' | 'line' | 'file';
  /** Names without the `base44/` prefix; names of other plugins are left out. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  readonly span: Span;
  /** With `line`: the line it switches off. */
  readonly line: number;
}

const prefix = 'base44/';
const parser = new ConfigCommentParser();

/** Reads the ESLint directives of a file that concern our rules, in the order of the text. */
export function directivesOf(file: string, text: string, positions: Positions): readonly Directive[] {
  if (!text.includes('eslint')) return [];
  return commentsOf(file, text).flatMap((comment) => directiveOf(comment, positions) ?? []);
}

function directiveOf(comment: ReturnType<typeof commentsOf>[number], positions: Positions): Directive | undefined {
  const parsed = parser.parseDirective(comment.value);
  if (!parsed) return undefined;
  const span = { start: comment.start, end: comment.end };
  const first = positions.at(comment.start).line;
  const last = positions.at(comment.end).line;
  const reason = parsed.justification.trim() || null;
  const listed = (kind: Directive['kind'], line: number): Directive | undefined => {
    const names = Object.keys(parser.parseListConfig(parsed.value));
    const rules = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
    return names.length > 0 && rules.length === 0 ? undefined : { kind, rules, reason, span, line };
  };
  switch (parsed.label) {
    case 'eslint-disable-line':
      return first === last ? listed('line', first) : undefined;
    case 'eslint-disable-next-line':
      return listed('line', last + 1);
    case 'eslint-disable':
      return comment.block ? listed('disable', first) : undefined;
    case 'eslint-enable':
      return comment.block ? listed('enable', first) : undefined;
    case 'eslint': {
      const rules = comment.block ? switchedOff(parsed.value) : [];
      return rules.length > 0 ? { kind: 'file', rules, reason, span, line: first } : undefined;
    }
    default:
      return undefined;
  }
}

/** Our rules that a configuration comment (`eslint base44/no-websocket: "off"`) sets to off. */
function switchedOff(value: string): string[] {
  const parsed = parser.parseJSONLikeConfig(value);
  if (!parsed.ok) return [];
  return Object.entries(parsed.config)
    .filter(([name, setting]) => {
      const level = Array.isArray(setting) ? setting[0] : setting;
      return name.startsWith(prefix) && (level === 'off' || level === 0);
    })
    .map(([name]) => name.slice(prefix.length));
}

/** The directives that switch a rule off at a place, as ESLint decides it; the one that counts most comes first. */
export function directivesAt(
  rule: string,
  at: Position,
  directives: readonly Directive[],
  positions: Positions,
): readonly Directive[] {
  const meant = directives.filter(({ rules }) => rules.length === 0 || rules.includes(rule));
  const byLine = meant.filter(({ kind, line }) => kind === 'line' && line === at.line);
  const byBlock = meant
    .filter(({ kind, span }) => (kind === 'disable' || kind === 'enable') && isBefore(positions.at(span.start), at))
    .at(-1);
  const byFile = meant.filter(({ kind }) => kind === 'file');
  return [...byLine, ...(byBlock?.kind === 'disable' ? [byBlock] : []), ...byFile];
}

function isBefore(first: Position, second: Position): boolean {
  return first.line < second.line || (first.line === second.line && first.column <= second.column);
}
