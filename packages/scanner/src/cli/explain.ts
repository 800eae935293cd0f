import { statSync } from 'node:fs';
import { join } from 'node:path';
import { explainPlace, type PlaceExplanation } from '../explain/place.js';
import { subjectOf } from '../explain/subject.js';
import { ScanError } from '../load/errors.js';
import { limitationLines, placeLines, ruleLines } from '../report/terminal/explain.js';
import { Style } from '../report/terminal/style.js';
import { scan } from '../scan.js';
import type { Arguments } from './arguments.js';
import { print, takesColor, terminalWidth } from './streams.js';
import { today } from './today.js';
import { UsageError } from './usage-error.js';

/** Explains a rule, a limitation, or the verdicts on a line of an app. */
export async function runExplain(args: Arguments): Promise<0> {
  const [word, path = '.'] = args.positionals;
  if (word === undefined) throw new UsageError('explain: name a rule, a limitation, or a place as file:line.');
  const subject = subjectOf(word);
  const style = new Style(!args.noColor && takesColor());
  const width = terminalWidth();
  switch (subject.kind) {
    case 'rule':
      await print(text(ruleLines(subject.rule, style, width)));
      return 0;
    case 'limitation':
      await print(text(limitationLines(subject.id, style, width)));
      return 0;
    case 'place':
      await print(text(placeLines(await placeIn(path, subject, args), style, width)));
      return 0;
  }
}

async function placeIn(
  path: string,
  { file, line }: { readonly file: string; readonly line: number },
  { config, inline, baseline }: Arguments,
): Promise<PlaceExplanation> {
  const isFile = statSync(join(path, file), { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile) throw new ScanError(`${file}: no such file below ${path}; give the path as reports print it.`);
  const found: PlaceExplanation[] = [];
  await scan(path, {
    inline,
    today: today(),
    ...(baseline !== undefined && { baseline }),
    ...(config !== undefined && { config }),
    inspect: (seen) => found.push(...[explainPlace(seen, { file, line, isFile })].filter((one) => one !== null)),
  });
  const [place] = found.sort((a, b) => b.calls.length + b.findings.length - (a.calls.length + a.findings.length));
  if (!place) throw new ScanError(`${file}: this file belongs to no Base44 app below ${path}.`);
  return place;
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
