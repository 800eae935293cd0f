import { expect, it, test } from 'vitest';
import { entity, readinessInput, type Content } from '../../../testing/readiness.js';
import { sampleFinding } from '../../../testing/sample.js';
import { hints } from './hints.js';

const kindsIn = (files: Content): string[] => hints(readinessInput(files)).map(({ kind }) => kind);
const currencies = entity('Price', [], {
  properties: { currency: { type: 'string', enum: ['USD', 'EUR'] } },
});

test.each<[string, Content, string]>([
  ['languages', { 'src/locales/en.json': '{}', 'src/locales/de/common.json': '{}' }, 'several-languages'],
  ['currencies', currencies, 'several-currencies'],
  ['limits that are met', { 'src/lib/http.js': '// base44\nif (status === 429) retry();' }, 'rate-limits-met'],
  [
    'an availability',
    { 'src/pages/Plans.jsx': '// base44\nexport const sla = "99.9% uptime";' },
    'availability-promised',
  ],
])('%s are a hint', (_, files, kind) => {
  expect(kindsIn(files)).toEqual([kind]);
});

test.each<[string, Content]>([
  ['one language', { 'src/locales/en.json': '{}' }],
  ['one currency', entity('Price', [], { properties: { currency: { type: 'string', enum: ['USD'] } } })],
  ['a share of something else', { 'src/pages/Plans.jsx': '// base44\nexport const text = "99.9% cotton";' }],
  ['limits of a function', { 'base44/functions/a/entry.ts': 'if (status === 429) retry();' }],
])('%s is none', (_, files) => {
  expect(kindsIn(files)).toEqual([]);
});

it('counts findings that every person at peak multiplies, and caps nothing by them', () => {
  const findings = [
    sampleFinding({ rule: 'no-tight-polling', severity: 'medium' }),
    sampleFinding({ rule: 'require-read-limit', severity: 'low' }),
  ];
  expect(hints(readinessInput({}, { findings }))).toMatchObject([
    {
      criterion: 'user-concurrency',
      cap: null,
      reason: '1 place of the code asks for much or often, which every further person multiplies.',
    },
  ]);
});
