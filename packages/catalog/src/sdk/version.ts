const pattern = /^v?(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

type Parts = readonly [major: number, minor: number, patch: number, isRelease: number];

function parse(version: string): Parts | null {
  const match = pattern.exec(version.trim());
  return match && [Number(match[1]), Number(match[2]), Number(match[3]), match[4] === undefined ? 1 : 0];
}

/** Whether the text is one exact version (`0.8.31`, `v0.8.31-rc.1`) and not a range, tag or URL. */
export function isVersion(text: string): boolean {
  return parse(text) !== null;
}

/**
 * Orders two exact versions: negative when `a` is older, positive when it is newer, 0 when equal. A pre-release is
 * older than its release; pre-releases of one release count as equal, because their order never decides a capability.
 * Throws a `RangeError` for anything else than an exact version.
 */
export function compareVersions(a: string, b: string): number {
  const [major, minor, patch, isRelease] = exact(a);
  const other = exact(b);
  return major - other[0] || minor - other[1] || patch - other[2] || isRelease - other[3];
}

function exact(version: string): Parts {
  const parts = parse(version);
  if (!parts) throw new RangeError(`'${version}' is not a version; pass x.y.z, such as 0.8.50.`);
  return parts;
}
