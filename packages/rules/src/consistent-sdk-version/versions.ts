import { compareVersions } from '@base44-lint/catalog';
import type { App, BackendFunction, FileView, Place } from '@base44-lint/model';

/** Functions of an app by the SDK version that they import. */
export interface Versions {
  /** Exact pins, the most used first; of equally used ones the newer first. */
  readonly pinned: readonly Pinned[];
  /** Imports that name no version, a range or a tag, so that each deployment takes what is newest then. */
  readonly floating: readonly Place[];
}

export interface Pinned {
  readonly version: string;
  readonly functions: readonly BackendFunction[];
}

const anyVersion = /^(?:npm:\/?|(?:https:\/\/)?esm\.sh\/)@base44\/sdk(?:@([^/]+))?(?:\/|$)/;

export function versionsOf(app: App, files: readonly FileView[]): Versions {
  const byVersion = new Map<string, BackendFunction[]>();
  for (const one of app.functions) {
    const { version, source } = one.sdk;
    if (version !== null && source === 'pin') byVersion.set(version, [...(byVersion.get(version) ?? []), one]);
  }
  const pinned = [...byVersion].map(([version, functions]) => ({ version, functions }));
  pinned.sort((a, b) => b.functions.length - a.functions.length || compareVersions(b.version, a.version));
  return { pinned, floating: files.flatMap(floatingIn) };
}

function floatingIn({ file, zone, imports }: FileView): readonly Place[] {
  if (zone !== 'function' && zone !== 'shared') return [];
  const found = imports.find(({ from, typeOnly }) => {
    const match = anyVersion.exec(from);
    return !typeOnly && match !== null && !/^\d+\.\d+\.\d+/.test(match[1] ?? '');
  });
  return found ? [{ file, start: found.start, end: found.end }] : [];
}
