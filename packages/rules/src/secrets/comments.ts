/** True where a place of code lies in a comment, judged by its own line and the block comment it may stand in. */
export function isInComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (/^\s*(?:\/\/|\*|\/\*|\{\/\*|#)/.test(line) || /\s\/\/\s/.test(line)) return true;
  const open = text.lastIndexOf('/*', at);
  return open >= 0 && /(?:^|[\s{;,(])$/.test(text.slice(Math.max(0, open - 1), open)) && text.indexOf('*/', open) >= at;
}
