import type { AppReport, ScanResult } from '../result.js';
import { atLeast, exitCodeOf, type Reporter, type ReportOptions } from './reporter.js';

/** The result as it stands: one app at the top level, several under `apps`. */
export const json: Reporter = (result, options) => {
  const { apps, ...head } = result;
  const shown = apps.map((app) => withFloor(app, options));
  const { minSeverity, repositoryPath } = options;
  const view = { ...(minSeverity !== 'info' && { minSeverity }), ...(repositoryPath !== '' && { repositoryPath }) };
  const report = { ...head, ...view, ...(shown.length === 1 ? shown[0]! : { apps: shown }) };
  return { output: `${JSON.stringify(report, null, 2)}\n`, exitCode: exitCodeOf(result, options) };
};

function withFloor(app: AppReport, { minSeverity }: ReportOptions): ScanResult['apps'][number] {
  return { ...app, findings: app.findings.filter(({ severity }) => atLeast(severity, minSeverity)) };
}
