import { parseJson } from '@base44-lint/model';
import { z } from 'zod';
import { compare } from '../assess/findings.js';
import { clause, ScanError } from '../load/errors.js';
import { baselineEntry, type BaselineEntry } from './entry.js';

export const baselineFileName = 'base44-lint.baseline.json';

const schemaUrl = 'https://unpkg.com/base44-scan/schema/baseline.schema.json';

export const baselineFile = z
  .strictObject({
    $schema: z.string().optional().describe('JSON Schema of this file, for editors.'),
    version: z.literal(1),
    entries: z.array(baselineEntry),
  })
  .describe('Findings of base44-scan that an app is known to have. Written by `base44-scan baseline write`.');

/**
 * Reads a baseline. An entry that stands there twice, as after a merge, counts once.
 *
 * @param file named in errors
 * @throws {ScanError} Where it is none.
 */
export function parseBaseline(text: string, file: string): readonly BaselineEntry[] {
  const broken = (fault: string, cause?: unknown): ScanError =>
    new ScanError(
      `${file}: this is no baseline: ${fault}; restore it from version control, or delete it and run base44-scan baseline write.`,
      { cause },
    );
  let value: unknown;
  try {
    ({ value } = parseJson(text, file));
  } catch (error) {
    throw broken(/^<{7} /mu.test(text) ? 'it holds the marks of a merge conflict' : `it ${clause(error)}`, error);
  }
  const result = baselineFile.safeParse(value);
  if (result.success) {
    const entries = new Map(result.data.entries.toReversed().map((entry) => [entry.identity, entry]));
    return [...entries.values()].sort(byPlace);
  }
  const [issue] = result.error.issues;
  const path = z.core.toDotPath(issue?.path ?? []);
  const fault = issue?.code === 'unrecognized_keys' ? `"${issue.keys[0]}" is no key of it` : clause(issue?.message);
  throw broken(`${path && `${path}: `}${fault.charAt(0).toLowerCase()}${fault.slice(1)}`);
}

/** The file with these entries. Equal entries give equal bytes, in whatever order they come. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries].sort(byPlace).map(inOrder);
  return `${JSON.stringify({ $schema: schemaUrl, version: 1, entries: sorted }, null, 2)}\n`;
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.identity, b.identity);
}

/** For people what they look for comes first, and what they may fill in comes last. */
function inOrder(entry: BaselineEntry): BaselineEntry {
  const { rule, severity, file, symbol, excerpt, reason, expires, addedOn, identity, contentIdentity } = entry;
  return {
    rule,
    severity,
    file,
    ...(symbol && { symbol }),
    excerpt,
    ...(reason !== undefined && { reason }),
    ...(expires !== undefined && { expires }),
    ...(addedOn !== undefined && { addedOn }),
    identity,
    contentIdentity,
  };
}
