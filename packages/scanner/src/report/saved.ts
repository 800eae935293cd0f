import type { Severity } from '@base44-lint/rules';
import { z } from 'zod';
import { jsonReportOfApp, jsonReportOfApps, type ScanResult } from '../result.js';
import { schemaVersion } from '../version.js';
import { printable } from './printable.js';

/** A JSON report, read back: the result, and how it was written. */
export interface Saved {
  readonly result: ScanResult;
  /** Findings below it are not in the result. */
  readonly minSeverity: Severity;
  readonly repositoryPath: string;
}

/** Why a text is no saved result, as the end of a sentence that begins with the name of its file. */
export class NotSavedError extends Error {
  override readonly name = 'NotSavedError';
}

const howToSave = 'save one with base44-scan --output json=result.json';

/**
 * Reads what the `json` format writes. Nothing is taken on trust: the text is held against the published shape.
 *
 * @throws {NotSavedError}
 */
export function readSaved(text: string): Saved {
  const data = parsed(text);
  if (!isOurs(data)) throw new NotSavedError(`not a result of base44-scan; ${howToSave}.`);
  if (data.schemaVersion !== schemaVersion) {
    const theirs = printable(String(data.schemaVersion));
    throw new NotSavedError(
      `a result of schema version ${theirs}, and this base44-scan reads ${schemaVersion}; scan again, or report it with the version that saved it.`,
    );
  }
  // Each shape by itself, so that the error names the field and not the union.
  const checked = 'apps' in data ? jsonReportOfApps.safeParse(data) : jsonReportOfApp.safeParse(data);
  if (!checked.success)
    throw new NotSavedError(`not a whole result of base44-scan (${firstFault(checked.error)}); scan again.`);
  // The data itself and not zod's copy of it, which has the keys in another order.
  const { minSeverity = 'info', repositoryPath = '', ...report } = data as object as typeof checked.data;
  if ('apps' in report) return { result: report, minSeverity, repositoryPath };
  const { schemaVersion: version, tool, rules, ...app } = report;
  return { result: { schemaVersion: version, tool, rules, apps: [app] }, minSeverity, repositoryPath };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new NotSavedError(`no valid JSON, perhaps only a part of a file; ${howToSave}.`, { cause: error });
  }
}

function isOurs(data: unknown): data is { readonly schemaVersion: unknown } {
  const { success } = z
    .object({ schemaVersion: z.string(), tool: z.object({ name: z.literal('base44-scan') }) })
    .safeParse(data);
  return success;
}

function firstFault({ issues }: z.ZodError): string {
  const [first] = issues;
  const path = (first?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return printable(`${path.replace(/^\./u, '')}: ${first?.message ?? 'invalid'}`).slice(0, 200);
}
