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
});
