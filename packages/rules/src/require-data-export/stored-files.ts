import type { FileView, Place } from '@base44-lint/model';
import type { AppFinding } from '../finding.js';
import { storedFilesIn, uploadsIn } from '../judge/stored-files.js';

/** Files on the platform's storage: one finding for those named in code, one for those that users upload. */
export function* storedFileFindings(files: readonly FileView[]): Iterable<AppFinding> {
  const named = files.flatMap(storedFilesIn);
  if (named[0])
    yield {
      ...inventory(named[0], named.slice(1)),
      severity: 'low',
      confidence: 'certain',
      message: `${places(named)} of the code ${named.length === 1 ? 'shows a file' : 'show files'} on the platform's own storage, which a moved app would still load from there.`,
      advice: 'Copy these files into the repository, or to storage of your own, and change the addresses.',
    };
  const uploads = files.flatMap(uploadsIn);
  if (uploads[0])
    yield {
      ...inventory(uploads[0], uploads.slice(1)),
      severity: 'info',
      confidence: 'certain',
      message: `${places(uploads)} of the code ${uploads.length === 1 ? 'stores' : 'store'} files of users on the platform, and records keep only their addresses.`,
      advice: 'An export of records has to fetch these files too, while the addresses still answer.',
    };
}

function places({ length }: readonly Place[]): string {
  return length === 1 ? 'One place' : `In all, ${length} places`;
}

function inventory(
  first: Place,
  others: readonly Place[],
): Pick<AppFinding, 'file' | 'span' | 'evidence' | 'suggestions'> {
  return {
    file: first.file,
    span: first,
    evidence: others.slice(0, 10).map((place) => ({ ...place, note: 'does the same' })),
    suggestions: [],
  };
}
