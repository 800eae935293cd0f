import { describe, expect, test } from 'vitest';
import { expectClean, run, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const sdk = "import { base44 } from '@/api/base44Client';\n";
const page: Sample = {
  code: `${sdk}export const tasks = () => base44.entities.Task.list();`,
  file: 'src/pages/Tasks.jsx',
  schemas: { Task: { properties: {} }, Note: { properties: {} } },
};
const withFile = (file: string, text: string): Sample => ({ ...page, files: { [file]: text } });

describe('the way out for records', () => {
  test('is missed at the manifest', () => {
    expect(runApp(rule, page)).toMatchObject([
      {
        file: 'package.json',
        severity: 'low',
        message:
          'No code of this app takes its data out, so a move or a restore means to export 2 entities by hand in the dashboard.',
      },
    ]);
  });

  test.each([
    ['a function', 'base44/functions/exportAll/entry.ts', 'Deno.serve(() => new Response());', 'exportAll'],
    ['a page', 'src/pages/BackupManager.jsx', 'export default () => null;', 'BackupManager.jsx'],
    [
      'code that writes CSV',
      'src/lib/tables.js',
      `${sdk}export const save = (text) => new Blob([text], { type: 'text/csv;charset=utf-8' });`,
      'tables.js',
    ],
    [
      'code that writes spreadsheets',
      'src/lib/sheet.ts',
      `${sdk}import * as XLSX from 'xlsx';\nexport const save = (rows: object[]) => XLSX.writeFile(XLSX.utils.json_to_sheet(rows), 'a');`,
      'sheet.ts',
    ],
  ])('%s is a note', (_, file, text, name) => {
    const [finding, ...others] = runApp(rule, withFile(file, text));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ file, severity: 'info', confidence: 'possible' });
    expect(finding!.message.startsWith(`\`${name}\` takes data out`)).toBe(true);
  });

  test.each([
    ['an import of CSV', 'src/pages/CsvImport.jsx'],
    ['a test of an export', 'src/lib/export.test.js'],
    ['an export of pictures', 'src/lib/exportPdf.js'],
    ['a part of the template', 'src/components/ui/export-button.jsx'],
  ])('%s is none', (_, file) => {
    expect(runApp(rule, withFile(file, 'export default 1;'))).toMatchObject([{ severity: 'low' }]);
  });

  test.each(['src/components/BulkImportDialog.jsx', 'src/components/LeadUploader.jsx'])(
    'the template that %s offers is none',
    (file) => {
      const text = `${sdk}export const template = () => new Blob([SAMPLE], { type: 'text/csv' });`;
      expect(runApp(rule, withFile(file, text))).toMatchObject([{ severity: 'low' }]);
    },
  );

  test('nobody asks for one where the app keeps no records on the platform', () => {
    expectClean(rule, { ...page, code: `${sdk}export const me = () => base44.auth.me();`, schemas: {} });
    expect(runApp(rule, { ...page, code: 'export const one = 1;' })).toEqual([]);
  });
});

describe('the sentence about records', () => {
  test('one entity is not called several', () => {
    const [finding] = runApp(rule, { ...page, schemas: { Task: { properties: {} } } });
    expect(finding).toMatchObject({
      confidence: 'likely',
      evidence: [],
      message:
        'No code of this app takes its data out, so a move or a restore means to export 1 entity by hand in the dashboard.',
      advice:
        'Add a function for administrators that writes each entity page by page to storage of your own, and run it on a schedule.',
    });
    const files = { 'src/pages/Backup.jsx': 'export default () => null;' };
    expect(runApp(rule, { ...page, files, schemas: {} })).toMatchObject([
      {
        message: '`Backup.jsx` takes data out, but whether it reaches all rows of the entity cannot be seen.',
        advice: 'Compare what it writes with the list of entities, and try to restore from it once.',
      },
    ]);
  });

  test('entities without a schema count where they are called', () => {
    const code = `${page.code}\nexport const more = () => base44.entities.Other.list();`;
    expect(runApp(rule, { ...page, code })[0]!.message).toContain('export 3 entities by hand');
  });

  test('an app of scripts alone has nothing to take out', () => {
    expect(runApp(rule, { ...page, file: 'scripts/tasks.js' })).toEqual([]);
  });

  test('the note lies on the first line of the file', () => {
    const sample = { ...page, file: 'src/lib/exportTasks.js', code: `${sdk}base44.entities.Task.list();` };
    expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
      "  1 | import { base44 } from '@/api/base44Client';
          | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] info/possible \`exportTasks.js\` takes data out, but whether it reaches all rows of all 2 entities cannot be seen.
          advice: Compare what it writes with the list of entities, and try to restore from it once."
    `);
  });

  test('a function is named before a page, because only it can reach all rows', () => {
    const files = {
      'src/pages/AExport.jsx': 'export default () => null;',
      'base44/functions/takeout/entry.ts': 'Deno.serve(() => new Response());',
    };
    expect(runApp(rule, { ...page, files })).toMatchObject([{ file: 'base44/functions/takeout/entry.ts' }]);
  });

  test.each(['Exporter', 'exportar', 'DatenExportieren', 'dumpAll', 'Takeout', 'TaskCsv'])(
    '%s is a way out',
    (name) => {
      expect(runApp(rule, withFile(`src/lib/${name}.ts`, 'export {};'))).toMatchObject([{ severity: 'info' }]);
    },
  );

  test.each([
    'src/lib/exportImage.ts',
    'src/lib/exportPng.ts',
    'src/lib/exportIcs.ts',
    'src/lib/exportCalendar.ts',
    'src/lib/CsvImporter.ts',
    'src/tests/export.js',
    'src/lib/export.css',
    'src/lib/expo.ts',
  ])('%s is none', (file) => {
    expect(runApp(rule, withFile(file, 'export {};'))).toMatchObject([{ severity: 'low' }]);
  });

  test.each(["'papaparse'", "'npm:exceljs@4'", "'https://esm.sh/jszip@3'", "'xlsx/dist/xlsx.mini'"])(
    'the package %s writes tables',
    (from) => {
      const text = `${sdk}import x from ${from};\nexport { x };`;
      expect(runApp(rule, withFile('src/lib/sheet.ts', text))).toMatchObject([{ file: 'src/lib/sheet.ts' }]);
      expect(runApp(rule, withFile('src/lib/uploadSheet.ts', text))).toMatchObject([{ severity: 'low' }]);
      expect(runApp(rule, withFile('scripts/sheet.js', text))).toMatchObject([{ severity: 'low' }]);
    },
  );

  test.each(["'my-xlsx'", "'xlsxtra'"])('the package %s is unknown', (from) => {
    const text = `${sdk}import x from ${from};\nexport { x };`;
    expect(runApp(rule, withFile('src/lib/sheet.ts', text))).toMatchObject([{ severity: 'low' }]);
  });
});

describe('files', () => {
  const logo = (url: string): Sample => ({
    file: 'src/components/Logo.jsx',
    code: `export const Logo = () => <img src="${url}" />;`,
  });

  test('on the storage of the platform are drawn', () => {
    expect(squiggled(rule, logo('https://media.base44.com/images/public/0000/logo.png'))).toMatchInlineSnapshot(`
      "  1 | export const Logo = () => <img src="https://media.base44.com/images/public/0000/logo.png" />;
          |                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/certain One place of the code shows a file on the platform's own storage, which a moved app would still load from there.
          advice: Copy these files into the repository, or to storage of your own, and change the addresses."
    `);
  });

  test.each([
    'https://abc.supabase.co/storage/v1/object/public/base44-prod/public/0000/logo.png',
    'https://base44.app/api/apps/0000/files/public/0000/logo.png',
  ])('at %s', (url) => expect(run(rule, logo(url))).toMatchObject([{ severity: 'low', confidence: 'certain' }]));

  test.each([
    'https://abc.supabase.co/storage/v1/object/public/own-bucket/logo.png',
    'https://base44.com/logo_v2.svg',
    'https://my-app.base44.app/Pricing',
    '/logo.png',
  ])('not at %s', (url) => expectClean(rule, logo(url)));

  test('that users upload are one note', () => {
    const upload = `${sdk}export const one = (file) => base44.integrations.Core.UploadFile({ file });\nexport const two = (file) => base44.integrations.Core.UploadPrivateFile({ file });`;
    const [finding, ...others] = run(rule, { code: upload, file: 'src/lib/files.ts' });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'info', evidence: [{ note: 'does the same' }] });
  });

  test('several are one finding that names the first and counts them', () => {
    const url = 'https://media.base44.com/images/public/0000/a.png';
    const code = `export const all = ['${url}', '${url}', '${url}'];`;
    const [finding, ...others] = run(rule, { file: 'src/lib/pictures.js', code });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      message: expect.stringMatching(
        /^In all, 3 places of the code show files on the platform's own storage/,
      ) as string,
      evidence: [{ note: 'does the same' }, { note: 'does the same' }],
    });
    expect(code.slice(finding!.span.start, finding!.span.end)).toContain(url);
    expect(finding!.span.start).toBe(code.indexOf("'"));
  });

  test('more than ten are counted and not listed', () => {
    const url = "'https://media.base44.com/images/public/0000/a.png',";
    const [finding] = run(rule, { file: 'src/lib/pictures.js', code: `export const all = [${url.repeat(14)}];` });
    expect(finding!.evidence).toHaveLength(10);
    expect(finding!.message).toMatch(/^In all, 14 places/);
  });

  test.each([
    ['UploadFile', 'One place of the code stores files of users on the platform'],
    ['UploadPrivateFile', 'One place of the code stores files of users on the platform'],
  ])('%s', (name, start) => {
    const code = `${sdk}export const one = (file) => base44.integrations.Core.${name}({ file });`;
    const [finding] = run(rule, { code, file: 'src/lib/files.js' });
    expect(finding).toMatchObject({
      severity: 'info',
      confidence: 'certain',
      message: `${start}, and records keep only their addresses.`,
      advice: 'An export of records has to fetch these files too, while the addresses still answer.',
    });
  });

  test('two uploads store', () => {
    const code = `${sdk}export const one = (file) => base44.integrations.Core.UploadFile({ file });\nexport const two = (file) => base44.integrations.Core.UploadFile({ file });`;
    expect(run(rule, { code, file: 'src/lib/files.js' })[0]!.message).toMatch(
      /^In all, 2 places of the code store files of users/,
    );
  });

  test('in scripts and tests are no matter of the app', () => {
    const code = `${sdk}base44.integrations.Core.UploadFile({ file: 'https://media.base44.com/images/a.png' });`;
    expectClean(rule, { code, file: 'scripts/files.js' });
  });
});
