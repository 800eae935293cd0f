import { blame, changedLines } from './assess/changes.js';
import { countsOf } from './assess/limitations.js';
import { lines, type Base } from './load/base.js';
import type { AppReport, Finding } from './result.js';

/**
 * The report on an app without what a change is not to blame for, which is counted.
 *
 * @param roots folders of all apps of the tree
 * @param before what was found in the app at the base; asked for only where something differs
 */
export async function onlyChanged(
  report: AppReport,
  base: Base,
  roots: readonly string[],
  before: () => Promise<readonly Finding[]>,
): Promise<AppReport> {
  const { root } = report.app;
  const inApp = (file: string): boolean => rootOf(file, roots) === root;
  const changedFiles = [...base.changed.keys()].filter(inApp);
  const removedFiles = base.removed.filter(inApp).length;
  const changes = new Map(
    changedFiles.map((file) => {
      const text = base.changed.get(file);
      return [file, text === undefined ? 'all' : changedLines(lines(text), lines(base.today.read(file)))];
    }),
  );
  const earlier = changedFiles.length + removedFiles > 0 ? await before() : report.findings;
  const isToBlame = blame(changes, earlier);
  const findings = report.findings.filter(isToBlame);
  const others = report.findings.filter((finding) => !isToBlame(finding));
  return {
    ...report,
    findings,
    unusedSuppressions: report.unusedSuppressions.filter(({ location }) => changes.has(location.file)),
    since: {
      ref: base.ref,
      commit: base.commit,
      common: base.common,
      changedFiles: changedFiles.length,
      removedFiles,
      hidden: countsOf(others),
    },
  };
}

/** The app that a file belongs to, where apps lie in each other. */
function rootOf(file: string, roots: readonly string[]): string | undefined {
  return roots.filter((root) => root === '' || file.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0];
}
