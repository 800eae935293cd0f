/** Helpers for the `/`-separated relative paths of a tree; '' is the tree itself. */

export function joinPath(folder: string, rest: string): string {
  return folder === '' ? rest : `${folder}/${rest}`;
}

/** True for files strictly below `folder`; everything is below ''. */
export function isBelow(file: string, folder: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`);
}

/** `file` relative to `folder`; only for files below it. */
export function relativeTo(file: string, folder: string): string {
  return folder === '' ? file : file.slice(folder.length + 1);
}

export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
