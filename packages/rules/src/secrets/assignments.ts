import { isRealValue, type NamedDetection } from './files.js';
import { looksRandom } from './shape.js';

const assignment =
  /(?<![\w.$-])["']?([A-Z_][\w.-]{2,63})["']?[ \t]*(?::=|[:=])[ \t]*(?:"([^"\n]{8,512})"|'([^'\n]{8,512})'|([^\s"'`#,;<>(){}[\]]{8,512}))/gi;
const element =
  /<key>\s*([\w.-]{3,64})\s*<\/key>\s*<string>\s*([^<\s]{8,512})\s*<\/string>|\bname="([\w.-]{3,64})"[^<>]*(?:>\s*|android:value=")([^<>"\s]{8,512})/g;

/** Cheap question before the patterns above run: most texts name no secret at all. */
const naming = /key|token|secret|credential|auth|pass|pwd|senha|contras|code/i;

/**
 * `KEY: value` and `KEY=value` anywhere in a text. A value without quotes counts where the file's grammar has such
 * values (`bare`), and otherwise only where it looks random: in a program it is an expression.
 */
export function* detectAssignments(text: string, values: 'bare' | 'quoted'): Generator<NamedDetection> {
  if (!naming.test(text)) return;
  for (const match of text.matchAll(assignment)) {
    const [whole, name, double, single, bare] = match;
    const value = double ?? single ?? bare;
    if (name === undefined || value === undefined) continue;
    if (bare !== undefined && values === 'quoted' && !looksRandom(bare)) continue;
    yield* named(name, value, match.index + whole.lastIndexOf(value));
  }
}

/** `<key>API_KEY</key><string>…</string>`, `<string name="api_key">…</string>`, `android:name="…" android:value="…"`. */
export function* detectInMarkup(text: string): Generator<NamedDetection> {
  if (!naming.test(text)) return;
  for (const match of text.matchAll(element)) {
    const name = match[1] ?? match[3];
    const value = match[2] ?? match[4];
    if (name === undefined || value === undefined) continue;
    yield* named(name, value, match.index + match[0].lastIndexOf(value));
  }
}

function* named(path: string, value: string, start: number): Generator<NamedDetection> {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (!isRealValue(name, value)) return;
  yield { span: { start, end: start + value.length }, value, name, label: `value of ${name}`, weight: 'named' };
}
