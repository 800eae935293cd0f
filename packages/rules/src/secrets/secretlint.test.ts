import { expect, test } from 'vitest';
import { noise, providerKeys } from '../testing/secrets.js';
import { detectByFormat } from './detect.js';
import { secretlintDetections } from './secretlint.js';

test("secretlint's rules answer at once and say where", () => {
  const key = providerKeys()['GitHub token']!;
  const text = `const a = "${key}";`;
  const found = secretlintDetections(text, 'src/a.js');
  expect(found).toMatchObject([{ label: 'GitHub token', value: key, span: { start: text.indexOf(key) } }]);
  expect(secretlintDetections('const a = 1;', 'src/a.js')).toEqual([]);
});

test('they add formats that we have no pattern for', () => {
  const key = `dckr_pat_${noise(27)}`;
  expect(detectByFormat(`const a = "${key}";`, 'src/a.js')).toMatchObject([{ label: 'Docker token', value: key }]);
});

test('what both know is reported once', () => {
  for (const key of Object.values(providerKeys())) {
    expect(detectByFormat(`const a = "${key}";`, 'src/a.js')).toHaveLength(1);
  }
});
