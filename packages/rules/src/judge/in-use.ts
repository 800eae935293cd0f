import type { App, Evidence } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { milder } from './read-severity.js';

interface Weighed {
  readonly severity: Severity;
  readonly evidence: readonly Evidence[];
}

/** One step milder in a file that nothing imports: what stands there does not run, and comes back with the next import. */
export function asUsed<T extends Weighed>(app: App, file: string, finding: T): T {
  if (!app.unimported?.includes(file)) return finding;
  const unused = { file, start: 0, end: 0, note: 'no other file of the app imports this one' };
  return { ...finding, severity: milder(finding.severity), evidence: [...finding.evidence, unused] };
}
