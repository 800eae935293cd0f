import type { DataExport, ExitPart } from '../result/exit.js';

/** How reports call the parts of the exit section. */

export const portabilityWords: Readonly<Record<ExitPart['portability'], string>> = {
  'as-is': 'moves as it is',
  adapter: 'behind an adapter',
  rewrite: 'written again',
  none: 'nothing like it',
};

export function exportVerdict({ verdict, entities, missed, inPart }: DataExport): string {
  const lacking = missed.length + inPart.length;
  switch (verdict) {
    case 'no-entities':
      return 'The app keeps no entities on the platform, so there is nothing to write out.';
    case 'complete':
      return `Code of the app reads all ${entities} entities where it writes data out.`;
    case 'partial':
      return `Code of the app writes data out, but not all of it: of ${entities} entities none of this code reads ${missed.length}, and it reads ${inPart.length} only in part.`;
    case 'unknown':
      return `Code of the app writes data out and names some entities only at run time: ${lacking} of ${entities} cannot be shown to be among them.`;
    case 'none':
      return `No code of the app writes any of its ${entities} entities out, so each has to be exported by hand.`;
  }
}
