import type { PhysicalLocation, Region } from 'sarif';
import type { Finding, Location } from '../../result.js';
import { isWhole } from '../excerpt.js';

/** A place as GitHub wants it: a relative, percent-encoded path from the root of the repository. */
export function physicalLocation({ file, start, end }: Location, repositoryPath: string): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(repositoryPath === '' ? file : `${repositoryPath}/${file}`), uriBaseId: 'SRCROOT' },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** The same with the code of the finding and the lines around it. */
export function withSnippets(location: PhysicalLocation, finding: Finding): PhysicalLocation {
  const { excerpt } = finding;
  const { start, end } = finding.location;
  if (!isWhole(finding)) return withinCutLine(location, finding);
  const endLine = excerpt.startLine + excerpt.lines.length - 1;
  const around: Region = { startLine: excerpt.startLine, endLine, snippet: { text: excerpt.lines.join('\n') } };
  // An empty range has no text to show, and a long one is cut in the excerpt.
  const isEmpty = start.line === end.line && start.column === end.column;
  if (isEmpty || start.line < excerpt.startLine || end.line > endLine) return location;
  const lines = excerpt.lines.slice(start.line - excerpt.startLine, end.line - excerpt.startLine + 1);
  const text = [...lines.slice(0, -1), lines.at(-1)!.slice(0, end.column - 1)].join('\n').slice(start.column - 1);
  const region: Region = { ...location.region, snippet: { text } };
  const isPartOfLines = start.column > 1 || end.column <= lines.at(-1)!.length;
  const addsContext = excerpt.startLine < start.line || endLine > end.line || isPartOfLines;
  return { ...location, region, ...(addsContext && { contextRegion: around }) };
}

/** Of a line that is cut in the excerpt, the part that is there, where the finding lies in it. */
function withinCutLine(location: PhysicalLocation, { excerpt, location: { start, end } }: Finding): PhysicalLocation {
  const line = excerpt.lines[start.line - excerpt.startLine] ?? '';
  const [from, to] = [start.column - excerpt.startColumn, end.column - excerpt.startColumn];
  if (start.line !== end.line || from < 0 || to <= from || to > line.length) return location;
  const part: Region = {
    startLine: start.line,
    startColumn: excerpt.startColumn,
    endLine: start.line,
    endColumn: excerpt.startColumn + line.length,
    snippet: { text: line },
  };
  const region: Region = { ...location.region, snippet: { text: line.slice(from, to) } };
  return { ...location, region, ...(to - from < line.length && { contextRegion: part }) };
}

function uriOf(path: string): string {
  // Half of a surrogate pair has no encoding.
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
