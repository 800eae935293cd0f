import fc from 'fast-check';
import { parse, parseTree, type ParseError } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { memberOf } from '@base44-lint/model';
import { apply } from '../testing/edits.js';
import { appendMembers, hasComment, replaceNode } from './json-edits.js';

const append = (text: string, value: unknown = { read: true }) =>
  apply(text, appendMembers(text, parseTree(text, [], { allowTrailingComma: true })!, [['rls', value]]));

describe('a new member', () => {
  test.each([
    ['behind the last', '{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "rls": {\n    "read": true\n  }\n}\n'],
    ['behind a trailing comma', '{\n  "a": 1,\n}', '{\n  "a": 1,\n  "rls": {\n    "read": true\n  }\n}'],
    [
      'behind the comment of the last',
      '{\n  "a": 1 // one\n  // two\n}',
      '{\n  "a": 1, // one\n  "rls": {\n    "read": true\n  }\n  // two\n}',
    ],
    [
      'behind a comma and a comment',
      '{\n  "a": 1, /* one */ // more\n}',
      '{\n  "a": 1, /* one */ // more\n  "rls": {\n    "read": true\n  }\n}',
    ],
    ['in tabs', '{\n\t"a": 1\n}', '{\n\t"a": 1,\n\t"rls": {\n\t\t"read": true\n\t}\n}'],
    [
      'with the line ends of the file',
      '{\r\n  "a": 1\r\n}',
      '{\r\n  "a": 1,\r\n  "rls": {\r\n    "read": true\r\n  }\r\n}',
    ],
    ['on the one line there is', '{ "a": 1 }', '{ "a": 1, "rls": { "read": true } }'],
    ['where there is none', '{}', '{\n  "rls": {\n    "read": true\n  }\n}'],
    ['where there is only a comment', '{ /* none */ }', '{\n  "rls": {\n    "read": true\n  }\n /* none */ }'],
  ])('%s', (_, before, after) => {
    expect(append(before)).toBe(after);
  });

  test('leaves text that parses to the old value and the new member, with every comment', () => {
    const blank = fc.constantFrom('', ' ', '\n', '\n  ', ' // note\n', ' /* note */ ', '\n  // note\n  ');
    const text = fc
      .tuple(fc.array(fc.tuple(fc.string(), fc.jsonValue({ maxDepth: 2 }))), fc.infiniteStream(blank), fc.boolean())
      .map(([members, blanks, trailing]) => {
        const next = () => blanks.next().value as string;
        const parts = members.map(
          ([key, value]) => `${next()}${JSON.stringify(`_${key}`)}:${next()}${JSON.stringify(value)}${next()}`,
        );
        return `{${parts.join(',')}${trailing && parts.length > 0 ? ',' : ''}${next()}}`;
      });
    fc.assert(
      fc.property(text, (before) => {
        const errors: ParseError[] = [];
        const after = append(before);
        expect(parse(after, errors, { allowTrailingComma: true })).toEqual({
          ...(parse(before, [], { allowTrailingComma: true }) as object),
          rls: { read: true },
        });
        expect(errors).toEqual([]);
        expect(after.match(/note/g)?.length).toBe(before.match(/note/g)?.length);
      }),
    );
  });
});

describe('a new value', () => {
  const replace = (text: string) => {
    const edit = replaceNode(text, memberOf(parseTree(text), 'a')!, [1]);
    return edit && apply(text, [edit]);
  };

  test('takes the place of the old one', () => {
    expect(replace('{\n  "a": null, // why\n}')).toBe('{\n  "a": [\n    1\n  ], // why\n}');
  });

  test('never swallows a comment', () => {
    expect(replace('{ "a": { /* why */ } }')).toBeUndefined();
  });

  test('knows a comment from an address', () => {
    expect(hasComment('{ "a": "https://example.com" }')).toBe(false);
    expect(hasComment('{ } // a')).toBe(true);
  });
});
