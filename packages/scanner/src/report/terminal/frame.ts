import type { Finding } from '../../result.js';
import { printable } from '../printable.js';
import type { Style } from './style.js';

/** The source lines of a finding with line numbers and a caret line under its first line. */
export function frame({ excerpt, location, severity }: Finding, style: Style, width: number | undefined): string[] {
  const { startLine, startColumn, lines } = excerpt;
  const gutter = String(startLine + lines.length - 1).length;
  const room = width === undefined ? undefined : Math.max(20, width - gutter - 8);
  return lines.flatMap((raw, index) => {
    const number = startLine + index;
    const inside = number >= location.start.line && number <= location.end.line;
    const text = printable(raw).slice(0, room);
    const code =
      `${inside ? style.severity(severity, '>') : ' '} ${style.dim(`${String(number).padStart(gutter)} |`)} ${text}`.trimEnd();
    if (number !== location.start.line) return [code];
    const before = raw.slice(0, location.start.column - startColumn);
    const marked = raw.slice(
      before.length,
      location.end.line === number ? location.end.column - startColumn : undefined,
    );
    const indent = printable(before).length;
    const carets = Math.max(1, Math.min(printable(marked).length, (room ?? Infinity) - indent));
    return [
      code,
      `  ${' '.repeat(gutter)} ${style.dim('|')} ${' '.repeat(indent)}${style.severity(severity, '^'.repeat(carets))}`,
    ];
  });
}
