import { sdkOf, zoneOf, type FileView } from '@base44-lint/model';
import { rules, type CheckedFinding } from '@base44-lint/rules';
import { locator } from '../assess/locate.js';
import type { AppReport, Finding } from '../result.js';
import type { Seen } from '../scan.js';
import { callsIn, factsOf, type Fact } from './call.js';
import { changesOf, type Change } from './change.js';

/** Why a line has the verdicts that it has, or none. */
export interface PlaceExplanation {
  readonly file: string;
  readonly line: number;
  readonly zone: string;
  /** SDK version that the file runs against; null where nothing names one. */
  readonly sdk: string | null;
  readonly findings: readonly { readonly finding: Finding; readonly changes: readonly Change[] }[];
  /** The calls on the line that the scan recognised, each with its facts. */
  readonly calls: readonly (readonly Fact[])[];
  /** Why nothing is said of the line, where that is not because it is sound. */
  readonly unseen: string | null;
}

/** Explains a line of one of the files that a scan saw; null where the file is not of this app. */
export function explainPlace(
  { app, views, checked, report }: Seen,
  { file, line, isFile }: { readonly file: string; readonly line: number; readonly isFile: boolean },
): PlaceExplanation | null {
  const view = views.find((one) => one.file === file);
  const own = checked.find((one) => one.file === file);
  const isOf = isFile && (app.root === '' || file.startsWith(`${app.root}/`));
  if (!view && !own && !isOf) return null;
  const found = findingsAt(report, file, line);
  return {
    file,
    line,
    zone: zoneOf(app, file),
    sdk: sdkOf(app, file).version,
    findings: found.map((finding) => ({ finding, changes: changes(finding) })),
    calls: view ? callsAt(view, line).map((call) => factsOf(call, app)) : [],
    unseen: view || own ? null : unseenReason(report, file),
  };

  function changes(finding: Finding): readonly Change[] {
    const origin = view && own?.findings.find((one) => isSame(one, finding, view));
    const rule = rules.find(({ meta }) => meta.name === finding.rule);
    return origin && rule ? changesOf(origin, rule, view, app) : [];
  }
}

function findingsAt({ findings }: AppReport, file: string, line: number): readonly Finding[] {
  return findings.filter(
    ({ location }) => location.file === file && location.start.line <= line && line <= location.end.line,
  );
}

function isSame(checked: CheckedFinding, { rule, location }: Finding, { file, text }: FileView): boolean {
  const { start } = locator(() => text)(file, checked.span);
  return checked.rule === rule && start.line === location.start.line && start.column === location.start.column;
}

function callsAt(view: FileView, line: number): ReturnType<typeof callsIn> {
  const locate = locator(() => view.text);
  return callsIn(view, { start: 0, end: view.text.length }).filter(({ call }) => {
    const { start, end } = locate(view.file, call.span);
    return start.line <= line && line <= end.line;
  });
}

function unseenReason({ notChecked }: AppReport, file: string): string {
  const reason = notChecked.find((one) => one.file === file)?.reason;
  return reason ?? 'Nothing in this file concerns Base44 or a rule, so it was read and not analysed.';
}
