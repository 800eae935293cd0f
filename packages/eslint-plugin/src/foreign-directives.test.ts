import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import plugin from './index.js';

const check = (text: string) =>
  new Linter().verify(text, plugin.configs.recommended, { filename: 'src/hooks/a.js' }).map(({ message }) => message);

test('a directive of a plugin that is not loaded brings no error', () => {
  expect(check('run(); // eslint-disable-line react-hooks/exhaustive-deps\n')).toEqual([]);
});

test('a misspelt rule of ours is still reported', () => {
  expect(check('run(); // eslint-disable-line base44/no-such-rule\n')).toEqual([
    "Definition for rule 'base44/no-such-rule' was not found.",
  ]);
});

test('other messages pass', () => {
  expect(check('run(;')).toEqual(['Parsing error: Unexpected token ;']);
});
