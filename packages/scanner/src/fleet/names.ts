/** File names for reports, one for each path: readable, safe on any disk, and never twice the same. */
export function fileNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    paths.map((path) => {
      const plain =
        path
          .split(/[^\w-]/)
          .filter((part) => part !== '')
          .join('-')
          .slice(0, 80) || 'app';
      let name = plain;
      for (let number = 2; taken.has(name.toLowerCase()) || name.toLowerCase() === 'index'; number++)
        name = `${plain}-${number}`;
      taken.add(name.toLowerCase());
      return [path, name];
    }),
  );
}
