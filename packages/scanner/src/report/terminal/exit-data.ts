import type { ExitSection } from '../../result/exit.js';
import { counted } from '../../counted.js';
import { exportVerdict } from '../exit-words.js';
import { printable } from '../printable.js';
import { place } from '../reporter.js';
import type { ExitOptions } from './exit-options.js';
import { wrap, type Style } from './style.js';

const fewNames = 12;
const mostPaths = 6;

/** How the rows get out: the verdict, the places that write data, and what none of them reads. */
export function exportLines({ dataExport }: ExitSection, options: ExitOptions, style: Style): string[] {
  const { paths, missed, inPart, firstRowsOnly, verdict } = dataExport;
  const reading = paths.filter(({ entities, dynamic }) => entities.length > 0 || dynamic);
  const shown = options.all ? reading : reading.slice(0, mostPaths);
  const rest = reading.length - shown.length;
  return [
    style.bold('Taking the data out'),
    ...wrap(exportVerdict(dataExport), options.width && options.width - 2).map((line) => `  ${line}`),
    ...shown.map(({ file, entities, pages, dynamic }) => {
      const what = [
        ...(entities.length > 0
          ? [`${counted(entities.length, 'entity', 'entities')}, ${pages.length} of them page by page`]
          : []),
        ...(dynamic ? ['names that only the run decides'] : []),
      ];
      return `  ${printable(file)}  ${style.dim(what.join('; '))}`;
    }),
    ...(rest > 0 ? [style.dim(`  and ${counted(rest, 'more place')}; --all or --format json lists them`)] : []),
    ...(verdict === 'none' ? [] : list('missed', missed, options)),
    ...list('only in part', inPart, options),
    ...list('first rows only', firstRowsOnly, options),
  ];
}

/** What the code refers to and the repository lacks. */
export function sanityLines({ sanity, storage }: ExitSection, options: ExitOptions, style: Style): string[] {
  const lines = [
    ...list('entities without schema', sanity.missingEntities, options),
    ...list('functions not in the export', sanity.missingFunctions, options),
    ...sanity.drift.map(
      ({ rule, findings, first }) =>
        `  ${counted(findings, 'finding')} of ${rule}, first at ${printable(place({ location: first }))}`,
    ),
    ...list('secrets to set again', sanity.secrets, options),
    ...(storage.files.length > 0
      ? [`  ${counted(storage.files.length, 'address', 'addresses')} of files on the platform's storage in code`]
      : []),
    ...sanity.notExportable.flatMap((text) =>
      wrap(text, options.width && options.width - 4).map((line, index) => `${index === 0 ? '  · ' : '    '}${line}`),
    ),
  ];
  return ['', style.bold('What the export lacks'), ...lines];
}

function list(label: string, names: readonly string[], { all, width }: ExitOptions): string[] {
  if (names.length === 0) return [];
  const shown = all ? names : names.slice(0, fewNames);
  const rest = names.length - shown.length;
  const text = `${label}: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return wrap(printable(text), width && width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
}
