import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { userRead, type Reader } from '../judge/read-severity.js';
import { run, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const string = { type: 'string' };
const ruled = {
  properties: { organization_id: string },
  rls: { read: { 'data.organization_id': '{{user.data.organization_id}}' } },
};
const schemas = {
  Invoice: { properties: { organization_id: string, status: string } },
  Project: ruled,
  Visit: ruled,
};
const readers: Readonly<Record<string, Reader>> = { public: 'public', 'signed in': 'signed-in', guarded: 'guarded' };

function page(reader: Reader, call: string): Sample {
  return {
    file: reader === 'guarded' ? 'src/pages/AdminInvoices.jsx' : 'src/pages/Invoices.jsx',
    code: `import { base44 } from '@/api/base44Client';\nexport const run = () => base44.entities.Invoice.${call};`,
    files: { 'base44/config.jsonc': { name: 'Sample', visibility: reader === 'public' ? 'public' : 'private' } },
    schemas,
  };
}

const checks: Readonly<Record<Reader, string>> = {
  public: '',
  'signed-in': 'const user = await base44.auth.me();\n  if (!user) return new Response(null, { status: 401 });',
  guarded:
    "const user = await base44.auth.me();\n  if (user?.role !== 'admin') return new Response(null, { status: 403 });",
};

function backend(reader: Reader, call: string, answer = 'rows'): Sample {
  return {
    file: 'base44/functions/report/entry.ts',
    code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${checks[reader]}
  const { organization_id } = await req.json();
  const rows = await base44.asServiceRole.entities.Invoice.${call};
  return Response.json(${answer});
});`,
    // Where the rules are open the service role adds nothing; the table is about rows that the rules keep apart.
    schemas: { ...schemas, Invoice: { ...ruled, properties: { organization_id: string, status: string } } },
  };
}

const weak = "{ status: 'paid' }";
const named = "{ organization_id, status: 'paid' }";
const updated = "{ $set: { status: 'void' } }";
const samples: Readonly<Record<string, (reader: Reader) => readonly Sample[]>> = {
  'user: reads': (reader) => [page(reader, `filter(${weak})`)],
  'user: `deleteMany`, `updateMany`': (reader) => [
    page(reader, `deleteMany(${weak})`),
    page(reader, `updateMany(${weak}, ${updated})`),
  ],
  'service role: reads all fields': (reader) => [backend(reader, `filter(${weak})`)],
  'service role: reads some fields': (reader) => [
    backend(reader, `filter(${weak})`, 'rows.map((row) => row.organization_id)'),
  ],
  'service role: `deleteMany`, `updateMany`': (reader) => [
    backend(reader, `deleteMany(${weak})`, '{ ok: true }'),
    backend(reader, `updateMany(${weak}, ${updated})`, '{ ok: true }'),
  ],
  'service role: reads the tenant that the caller names': (reader) => [backend(reader, `filter(${named})`)],
  'service role: deletes or changes its rows': (reader) => [
    backend(reader, `deleteMany(${named})`, '{ ok: true }'),
    backend(reader, `updateMany(${named}, ${updated})`, '{ ok: true }'),
  ],
};

const markdown = readFileSync(new URL('docs.md', import.meta.url), 'utf8');
const [head = [], , ...rows] = markdown
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const cells = rows.flatMap(([client, what, ...severities]) =>
  severities.map((severity, index) => [`${client}: ${what}`, head[index + 2] ?? '', severity] as const),
);

describe('the severity table of the page', () => {
  test('has each line and column once', () => {
    expect(rows.map(([client, what]) => `${client}: ${what}`)).toEqual(Object.keys(samples));
    expect(head.slice(2)).toEqual(Object.keys(readers));
  });

  test.each(cells)('%s, %s: %s', (what, who, cell) => {
    const reader = readers[who]!;
    const severity = cell === '`no-unfiltered-list`' ? userRead.open[reader].owned : cell;
    for (const sample of samples[what]!(reader)) {
      expect(run(rule, sample).map((finding) => finding.severity)).toEqual(severity === '–' ? [] : [severity]);
    }
  });
});
