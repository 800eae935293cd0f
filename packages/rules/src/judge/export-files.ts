import { wordsOf, type App, type FileView } from '@base44-lint/model';

/** Words of a file that takes data out. Imports, charts and calendars "export" nothing. */
const exportWord = new Set([
  'export',
  'exporter',
  'exports',
  'exportar',
  'exportieren',
  'backup',
  'backups',
  'dump',
  'csv',
  'takeout',
]);
const otherWord = new Set(['import', 'importer', 'pdf', 'image', 'png', 'ics', 'calendar', 'test', 'tests']);
const tablePackage =
  /^(?:npm:|https?:\/\/[^/]+\/)?(?:papaparse|xlsx|exceljs|json2csv|export-to-csv|react-csv|csv-stringify|jszip)(?:$|[@/])/;

/** A file that writes tables of data. */
export interface ExportFile {
  readonly file: string;
  /** Of a function its name, otherwise the name of the file. */
  readonly name: string;
  /** What tells it: a function or a file of such a name, or code that writes CSV or spreadsheets. */
  readonly by: 'function' | 'name' | 'content';
}

/**
 * Files of the app that write tables of data to a file, each once: functions before pages, because only they can reach
 * all rows, and names before content.
 *
 * @param paths all files of the app
 */
export function exportFilesOf(app: App, views: readonly FileView[], paths: readonly string[]): readonly ExportFile[] {
  const functions = app.functions.filter(({ name }) => isExport(name));
  const named = paths.filter(
    (file) => /\.[jt]sx?$/.test(file) && !/(?:^|\/)(?:ui|tests?|__tests__)\//.test(file) && isExport(baseName(file)),
  );
  const writing = views.filter(
    ({ file, zone, imports, strings }) =>
      zone !== 'other' &&
      !takesIn(baseName(file)) &&
      (imports.some(({ from }) => tablePackage.test(from)) ||
        strings.some(({ value }) => /^(?:data:)?text\/csv\b/.test(value))),
  );
  const found: readonly ExportFile[] = [
    ...functions.map(({ file, name }) => ({ file, name, by: 'function' as const })),
    ...named.map((file) => ({ file, name: baseName(file), by: 'name' as const })),
    ...writing.map(({ file }) => ({ file, name: baseName(file), by: 'content' as const })),
  ];
  const files = new Set<string>();
  return found.filter(({ file }) => !files.has(file) && files.add(file));
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function isExport(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => exportWord.has(word)) && !words.some((word) => otherWord.has(word));
}

/** `BulkImport.jsx`, `CsvUploader.jsx`: reads such files, and writes at most an empty template of one. */
function takesIn(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:import|upload)/.test(word));
}
