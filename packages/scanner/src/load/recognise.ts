import { recogniseText, type FileFacts, type NotChecked } from '@base44-lint/model';
import type { Meter } from '../meter.js';
import { clause } from './errors.js';
import type { Source } from './sources.js';

export interface Recognised {
  readonly files: readonly { readonly facts: FileFacts; readonly text: string }[];
  readonly facts: Map<string, FileFacts>;
  readonly notChecked: readonly NotChecked[];
}

/**
 * The facts of each file. No file can stop the scan: one that no parser takes, or that recognition fails on, is listed
 * as not checked, and so is what a parser skipped.
 */
export function recogniseSources(sources: readonly Source[], meter: Meter): Recognised {
  const files: { facts: FileFacts; text: string }[] = [];
  const notChecked: NotChecked[] = [];
  for (const [index, { file, text }] of sources.entries()) {
    meter.progress('recognise', index, sources.length);
    try {
      const facts = recogniseText(text, file);
      files.push({ facts, text });
      const [problem] = facts.problems;
      if (problem)
        notChecked.push({ file, reason: `A part of the file could not be understood: ${sentence(problem)}` });
    } catch (error) {
      notChecked.push({
        file,
        reason: `The code could not be parsed, so nothing in it was checked: ${sentence(clause(error))}`,
      });
    }
  }
  return { files, facts: new Map(files.map(({ facts }) => [facts.file, facts])), notChecked };
}

function sentence(text: string): string {
  return `${text.trim().replace(/\.$/u, '')}.`;
}
