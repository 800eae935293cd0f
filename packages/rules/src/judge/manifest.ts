import { memberOf, placeOf, textOfNode, type App, type Place, type SourceTree } from '@base44-lint/model';
import { parseTree } from 'jsonc-parser';

/** A package that a `package.json` of the app names. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** Name and version in the file. */
  readonly place: Place;
}

/** Packages of all `package.json` files of the app: an app may have one of its own for its native shell. */
export function dependenciesOf(tree: SourceTree): readonly Dependency[] {
  return tree.files.filter((file) => /(?:^|\/)package\.json$/.test(file)).flatMap((file) => namedIn(file, tree));
}

function namedIn(file: string, tree: SourceTree): readonly Dependency[] {
  const root = parseTree(textIn(tree, file) ?? '');
  return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((list) =>
    (memberOf(root, list)?.children ?? []).flatMap((property) => {
      const [key, value] = property.children ?? [];
      const [name, version] = [textOfNode(key), textOfNode(value)];
      return name === undefined || version === undefined ? [] : [{ name, version, place: placeOf(file, property) }];
    }),
  );
}

/** The text of a file; undefined where it cannot be read, which the scanner lists by itself. */
export function textIn(tree: SourceTree, file: string): string | undefined {
  try {
    return tree.read(file);
  } catch {
    return undefined;
  }
}

/** The file that stands for the app as a whole: its manifest, its configuration, or the first file there is. */
export function anchorOf(app: App, tree: SourceTree): Place | undefined {
  const below = (folder: string | undefined, name: string): string => (folder ? `${folder}/${name}` : name);
  const wanted = [below(app.root, 'package.json'), ...(app.backend ? [below(app.backend, 'config.jsonc')] : [])];
  for (const file of [...wanted, ...tree.files]) {
    const place = tree.files.includes(file) ? firstLine(tree, file) : undefined;
    if (place) return place;
  }
  return undefined;
}

/** The first line of a file that is not blank: a place for what concerns the whole file. */
export function firstLine(tree: SourceTree, file: string): Place | undefined {
  const text = textIn(tree, file) ?? '';
  const start = text.search(/\S/);
  if (start < 0) return undefined;
  const end = text.slice(start).search(/[\r\n]/);
  return { file, start, end: end < 0 ? text.length : start + end };
}
