/**
 * The text with what stands between the two marks of a generated part replaced.
 *
 * @param {string} text
 * @param {string} what name of the part: the marks are `<!-- what: generated -->` and `<!-- end of what -->`.
 * @param {string} content
 */
export function withGenerated(text, what, content) {
  const [start, end] = [`<!-- ${what}: generated -->`, `<!-- end of ${what} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The marks ${start} and ${end} around a generated part are missing.`);
  return `${text.slice(0, from)}${start}\n\n${content}\n\n${text.slice(to)}`;
}
