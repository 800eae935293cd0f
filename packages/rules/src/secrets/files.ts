import { visit } from 'jsonc-parser';
import { isInComment } from './comments.js';
import { namesAccessCode, namesPassword, namesSecret } from './names.js';
import { hasOwnFormat } from './own-format.js';
import { isPlaceholder } from './placeholder.js';
import { looksRandom } from './shape.js';
import type { Detection } from './types.js';

export interface NamedDetection extends Detection {
  readonly name: string;
}

const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#]*))/gm;

/** Real values of secret-named variables in a `.env` file. */
export function* detectInEnv(text: string): Generator<NamedDetection> {
  for (const match of text.matchAll(assignment)) {
    const [whole, name, ...values] = match as unknown as [string, string, ...(string | undefined)[]];
    const value = values.find((one) => one !== undefined) ?? '';
    if (!isRealValue(name, value)) continue;
    const start = match.index + whole.lastIndexOf(value);
    yield {
      span: { start, end: start + value.length },
      value,
      name,
      label: `value of ${name}`,
      weight: 'named',
      variable: name.replace(/^VITE_/, ''),
    };
  }
}

/** Real values of secret-named keys in a JSON file, such as the arguments of a workflow. */
export function* detectInJson(text: string): Generator<NamedDetection> {
  const found: NamedDetection[] = [];
  let name = '';
  visit(text, {
    onObjectProperty: (key) => void (name = key),
    onLiteralValue: (value, offset, length) => {
      if (typeof value === 'string' && isRealValue(name, value)) {
        found.push({
          span: { start: offset + 1, end: offset + length - 1 },
          value,
          name,
          label: `value of \`${name}\``,
          weight: 'named',
        });
      }
    },
    onArrayBegin: () => void (name = ''),
  });
  yield* found.filter(({ span }) => !isInComment(text, span.start));
}

/** Whether a name and its value make a secret, in a file where nothing else speaks of it. */
export function isRealValue(name: string, value: string): boolean {
  if (hasOwnFormat(value)) return false;
  if (value.length < 8 || /\s/.test(value) || isPlaceholder(value) || !(namesSecret(name) || namesAccessCode(name)))
    return false;
  if (looksRandom(value)) return true;
  if (/^[a-z]+:\/\/|^[./]|^[0-9a-f]{24}$|^[\d.]+$|^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value)) return false;
  const isChosen = namesPassword(name) || namesAccessCode(name) || /secret/i.test(name);
  return isChosen && /[A-Z]/i.test(value) && /[0-9!@#$%^&*]/.test(value);
}
