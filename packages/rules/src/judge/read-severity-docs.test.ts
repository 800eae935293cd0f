import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serviceRead, userRead, type Content, type Reader, type RuleState } from './read-severity.js';

const page = readFileSync(new URL('../no-unfiltered-list/docs.md', import.meta.url), 'utf8');

/** Words of the page's table, and what they stand for in the code. */
const rules: Readonly<Record<string, readonly RuleState[]>> = {
  open: ['open'],
  unknown: ['unknown'],
  'owner, tenant, role, part, nobody': ['closed'],
};
const readers: Readonly<Record<string, readonly Reader[]>> = {
  public: ['public'],
  'signed in': ['signed-in'],
  guarded: ['guarded'],
  'any but guarded': ['public', 'signed-in'],
  any: ['public', 'signed-in', 'guarded'],
};
const contents: Readonly<Record<string, Content>> = {
  credentials: 'secret',
  'personal or health data': 'personal',
  'rows of a user or tenant': 'owned',
  'other rows': 'plain',
  'reference data': 'reference',
};

/** One line per cell, sorted: `user open public secret: critical`; the service role has no rules. */
function cellsOfPage(): string[] {
  const lines = page.split('\n').filter((line) => line.startsWith('|'));
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows
    .flatMap(([client, rule, who, ...severities]) => {
      const states = client === 'user' ? rules[rule ?? ''] : rule === 'does not count' ? ['-'] : undefined;
      const columns = head.slice(3).map((title) => contents[title]);
      if (!states || !readers[who ?? ''] || columns.includes(undefined))
        throw new Error(`The table has a row or column that the code does not know: ${client} | ${rule} | ${who}`);
      return states.flatMap((state) =>
        readers[who ?? '']!.flatMap((reader) =>
          severities.map((severity, index) => `${client} ${state} ${reader} ${columns[index]}: ${severity}`),
        ),
      );
    })
    .sort();
}

function cellsOfCode(): string[] {
  const tables = [
    ...Object.entries(userRead).map(([state, table]) => [`user ${state}`, table] as const),
    ['service role -', serviceRead] as const,
  ];
  return tables
    .flatMap(([name, table]) =>
      Object.entries(table).flatMap(([reader, row]) =>
        Object.entries(row).map(([content, severity]) => `${name} ${reader} ${content}: ${severity ?? '–'}`),
      ),
    )
    .sort();
}

test('the severity table of the page is the table of the code', () => {
  expect(cellsOfPage()).toEqual(cellsOfCode());
});
