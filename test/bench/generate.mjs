import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entities as makeEntities, lowerFirst } from './generate/domain.mjs';
import { frame } from './generate/frame.mjs';
import { backendFunction } from './generate/functions.mjs';
import { helper, service } from './generate/helpers.mjs';
import { primitive } from './generate/interface.mjs';
import { page } from './generate/pages.mjs';
import { random as randomOf } from './generate/random.mjs';
import { translations } from './generate/translations.mjs';

/** Shares of files by kind, as in surveyed exports: a third are interface primitives, about half mention Base44. */
const kinds = [
  [32, 'primitive'],
  [30, 'page'],
  [14, 'function'],
  [12, 'helper'],
  [9, 'service'],
  [3, 'translations'],
];

/**
 * Files of an app with at least so many lines of code, as Base44 would export it. The same seed gives the same app,
 * byte for byte.
 *
 * @param {{ lines: number, seed?: number }} options
 * @returns {Map<string, string>} path → text.
 */
export function generateApp({ lines, seed = 44 }) {
  const random = randomOf(seed);
  const entities = makeEntities(random, Math.max(5, Math.round(lines / 2000)));
  const files = new Map(Object.entries(frame(random, entities)));
  let written = 0;
  const add = (path, text) => {
    files.set(path, text);
    written += text.split('\n').length - 1;
  };

  for (const [index, name] of ['button', 'card'].entries())
    add(`src/components/ui/${name}${index}.jsx`, primitive(random, index));
  for (const entity of entities) add(`src/lib/${lowerFirst(entity.name)}.js`, helper(random, entity));
  for (let index = 2; written < lines; index++) add(...file(random, entities, index));
  return files;
}

/** One more file of code: its path and its text. */
function file(random, entities, index) {
  switch (random.weighted(kinds)) {
    case 'primitive':
      return [`src/components/ui/primitive${index}.jsx`, primitive(random, index)];
    case 'page': {
      const name = `View${index}`;
      const folder = random.chance(0.4) ? 'src/pages' : `src/components/area${index % 12}`;
      return [`${folder}/${name}.jsx`, page(random, entities, name)];
    }
    case 'function':
      return [`base44/functions/job${index}/entry.ts`, backendFunction(random, entities)];
    case 'helper':
      return [`src/lib/groups${index}.js`, helper(random, random.pick(entities))];
    case 'service':
      return [`src/hooks/useRows${index}.js`, service(random, entities, `useRows${index}`)];
    default:
      return [`src/i18n/texts${index}.js`, translations(random, entities, random.pick(['en', 'de', 'es', 'pt']))];
  }
}

/** Writes a generated app into a folder. */
export function writeApp(folder, files) {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
