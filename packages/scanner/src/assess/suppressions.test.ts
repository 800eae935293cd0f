import { describe, expect, it } from 'vitest';
import type { UnusedSuppression } from '../result.js';
import { Positions } from './positions.js';
import { Suppressions, type CommentOptions } from './suppressions.js';

const usual: CommentOptions = {
  count: true,
  needReason: false,
  isRule: (name) => name !== 'no-websockets',
  hasJudged: (name) => name !== 'switched-off',
};

/** What is said of the comments of a file in which no-websocket reports every `HERE`. */
function judged(text: string, options: Partial<CommentOptions> = {}, file = 'src/a.jsx') {
  const positions = new Positions(text);
  const suppressions = new Suppressions(file, text, positions, { ...usual, ...options }, (words) =>
    words.replaceAll('hunter2', '*******'),
  );
  const places = Array.from(text.matchAll(/HERE/g), ({ index }) => positions.at(index));
  const reasons = places.map((place) => suppressions.at('no-websocket', place)?.reason);
  const told = ({ rule, why, location }: UnusedSuppression): string => `${location.start.line} ${rule} ${why}`;
  return { reasons, unused: suppressions.unused().map(told), all: suppressions.unused() };
}

const next = '// eslint-disable-next-line base44/no-websocket';

describe('comments of no use', () => {
  it.each<[string, string, string[]]>([
    ['a comment that is needed', `${next} -- agreed\nHERE();`, []],
    ['a comment above nothing', `${next} -- agreed\nfixed();`, ['1 no-websocket nothing-found']],
    [
      'one rule of several',
      '// eslint-disable-next-line base44/no-websocket, base44/no-bulk-delete-loop\nHERE();',
      ['1 no-bulk-delete-loop nothing-found'],
    ],
    ['a misspelt rule', '// eslint-disable-next-line base44/no-websockets\nHERE();', ['1 no-websockets unknown-rule']],
    ['a block that covers one finding', '/* eslint-disable base44/no-websocket */\nHERE();', []],
    ['a block behind it', 'HERE();\n/* eslint-disable base44/no-websocket */', ['2 no-websocket nothing-found']],
    ['a configuration comment', '/* eslint base44/no-websocket: "off" */\na();', ['1 no-websocket nothing-found']],
    ['rules of other plugins', '// eslint-disable-next-line react-hooks/exhaustive-deps, no-console\na();', []],
    ['a comment for all rules', '/* eslint-disable */\na();', []],
    ['a rule that did not run', '// eslint-disable-next-line base44/switched-off\na();', []],
    ['what only enables', '/* eslint-enable base44/no-websocket */\na();', []],
    ['what only looks like a comment', 'const a = "// eslint-disable-line base44/no-websocket";', []],
  ])('%s', (_, text, expected) => {
    expect(judged(text).unused).toEqual(expected);
  });

  it('are not looked for in an audit, nor in files that ESLint does not lint', () => {
    expect(judged(`${next}\na();`, { count: false }).all).toEqual([]);
    expect(judged(`${next}\na();`, {}, 'README.md').all).toEqual([]);
  });

  it('show no secret in their reason', () => {
    expect(judged(`${next} -- the password is hunter2\na();`).all).toMatchObject([
      { reason: 'the password is *******' },
    ]);
  });
});

describe('where a reason is asked for', () => {
  const strict = { needReason: true };

  it.each<[string, string, (string | undefined)[], string[]]>([
    ['a comment with one counts', `${next} -- agreed\nHERE();`, ['agreed'], []],
    ['a comment without one does not', `${next}\nHERE();`, [undefined], ['1 no-websocket no-reason']],
    ['nor with an empty one', `${next} --   \nHERE();`, [undefined], ['1 no-websocket no-reason']],
    ['nor one for all rules', '/* eslint-disable */\nHERE();', [undefined], ['1  no-reason']],
    ['a comment above nothing is of no use anyway', `${next}\na();`, [], ['1 no-websocket nothing-found']],
    [
      'another with a reason counts in its place',
      `/* eslint-disable base44/no-websocket */\n${next} -- agreed\nHERE();`,
      ['agreed'],
      ['1 no-websocket no-reason'],
    ],
    [
      'enabling needs none',
      '/* eslint-disable base44/no-websocket -- agreed */\nHERE();\n/* eslint-enable base44/no-websocket */\nHERE();',
      ['agreed', undefined],
      [],
    ],
  ])('%s', (_, text, reasons, unused) => {
    const result = judged(text, strict);
    expect(result.reasons).toEqual(reasons);
    expect(result.unused).toEqual(unused);
  });
});

describe('in a schema file', () => {
  const file = 'base44/entities/Client.jsonc';
  it.each<[string, string, (string | null | undefined)[]]>([
    ['line comments count', `{\n  ${next} -- public\n  "HERE": {}\n}`, ['public']],
    ['block comments count', '/* eslint-disable base44/no-websocket -- public */\n{ "HERE": {} }', ['public']],
    ['a text in quotes is no comment', `{ "a": "${next}",\n "HERE": {} }`, [undefined]],
    ['broken files are read too', `{ "a": \n  ${next} -- public\n  "HERE": {}`, ['public']],
  ])('%s', (_, text, reasons) => {
    expect(judged(text, {}, file).reasons).toEqual(reasons);
  });
});
