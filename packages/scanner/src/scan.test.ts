import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { scan } from './scan.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function appOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'base44-scan-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

test('a leak on a page that nothing imports is one step milder than on one that is in use', async () => {
  const page = "import { base44 } from '@/api/base44Client';\nexport default () => base44.entities.Patient.list();\n";
  const folder = appOf({
    'base44/config.jsonc': '{}',
    'base44/entities/Patient.jsonc': '{ "name": "Patient", "properties": { "diagnosis": { "type": "string" } } }',
    'src/main.jsx': "import './App.jsx';\n",
    'src/App.jsx': "import Patients from './pages/Patients';\nexport default Patients;\n",
    'src/pages/Patients.jsx': page,
    'src/pages/PatientsOld.jsx': page,
  });
  const { apps } = await scan(folder);
  const leaks = apps.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'no-unfiltered-list'));
  expect(leaks.map(({ location, severity }) => [location.file, severity])).toEqual([
    ['src/pages/Patients.jsx', 'high'],
    ['src/pages/PatientsOld.jsx', 'medium'],
  ]);
});
