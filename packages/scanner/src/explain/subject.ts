import { limitationIds, type LimitationId } from '@base44-lint/catalog';
import { rules, type AnyRule } from '@base44-lint/rules';
import { ScanError } from '../load/errors.js';

/** What somebody wants explained. */
export type Subject =
  | { readonly kind: 'rule'; readonly rule: AnyRule }
  | { readonly kind: 'limitation'; readonly id: LimitationId }
  /** A line of a file, relative to the scanned path, counted from 1. */
  | { readonly kind: 'place'; readonly file: string; readonly line: number };

/** @throws {ScanError} Where the word is neither a rule, nor a limitation, nor a place. */
export function subjectOf(word: string): Subject {
  const name = word.replace(/^base44\//, '');
  const rule = rules.find(({ meta }) => meta.name === name);
  if (rule) return { kind: 'rule', rule };
  const id = limitationIds.find((one) => one === word);
  if (id) return { kind: 'limitation', id };
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(word) ?? [];
  if (file !== undefined && Number(line) > 0)
    return { kind: 'place', file: file.replaceAll('\\', '/').replace(/^\.\//, ''), line: Number(line) };
  throw new ScanError(
    `explain ${word}: this is no rule, no limitation and no place; write a name of docs/rules or docs/limitations.md, or file:line.`,
  );
}
