import { describe, expect, it } from 'vitest';
import type { Suppression } from '../result.js';
import { Positions } from './positions.js';
import { Suppressions } from './suppressions.js';

/** The suppression of a finding of no-websocket at the first `HERE` of a file. */
function suppressionIn(text: string, file = 'src/a.jsx', rule = 'no-websocket'): Suppression | undefined {
  const positions = new Positions(text);
  const comments = { count: true, needReason: false, isRule: () => true, hasJudged: () => true };
  const suppressions = new Suppressions(file, text, positions, comments, (words) => words);
  return suppressions.at(rule, positions.at(text.indexOf('HERE'))) ?? undefined;
}

describe('ESLint directives', () => {
  it.each([
    ['next line', '// eslint-disable-next-line base44/no-websocket -- agreed\nHERE();'],
    ['next line, block', '/* eslint-disable-next-line base44/no-websocket -- agreed */\nHERE();'],
    ['next line, block of two lines', '/* eslint-disable-next-line\n base44/no-websocket -- agreed */\nHERE();'],
    ['same line', 'HERE(); // eslint-disable-line base44/no-websocket -- agreed'],
    ['several rules', '// eslint-disable-next-line no-console, base44/no-websocket -- agreed\nHERE();'],
    ['rest of the file', '/* eslint-disable base44/no-websocket -- agreed */\n\n\nHERE();'],
    ['whole file by configuration', 'HERE();\n/* eslint base44/no-websocket: "off" -- agreed */'],
    ['inside JSX', 'const a = <p>\n{/* eslint-disable-next-line base44/no-websocket -- agreed */}\n{HERE}</p>;'],
    ['TypeScript', '// eslint-disable-next-line base44/no-websocket -- agreed\nconst a = <T,>(x: T) => HERE;'],
    ['a file with a syntax error', 'const = ;\n// eslint-disable-next-line base44/no-websocket -- agreed\nHERE();'],
  ])('switch off: %s', (_, text) => {
    expect(suppressionIn(text)).toMatchObject({ reason: 'agreed', all: false });
  });

  it.each([
    ['another rule', '// eslint-disable-next-line base44/no-hardcoded-secret\nHERE();'],
    ['a rule of another plugin', '// eslint-disable-next-line react/no-websocket\nHERE();'],
    ['another line', '// eslint-disable-next-line base44/no-websocket\n\nHERE();'],
    ['enabled again', '/* eslint-disable base44/no-websocket */\n/* eslint-enable base44/no-websocket */\nHERE();'],
    ['all enabled again', '/* eslint-disable base44/no-websocket */\n/* eslint-enable */\nHERE();'],
    ['disabled only later', 'HERE();\n/* eslint-disable base44/no-websocket */'],
    ['a line comment, which ESLint does not take', '// eslint-disable base44/no-websocket\nHERE();'],
    ['a text that only looks like a comment', 'const a = "// eslint-disable-line base44/no-websocket"; HERE();'],
    ['set to warn', '/* eslint base44/no-websocket: "warn" */\nHERE();'],
  ])('leave on: %s', (_, text) => {
    expect(suppressionIn(text)).toBeUndefined();
  });

  it('tell when a comment names no rule and so switches off all', () => {
    expect(suppressionIn('/* eslint-disable */\nHERE();')).toMatchObject({ all: true, reason: null });
  });

  it('keep the place of the comment', () => {
    const found = suppressionIn('a();\n  // eslint-disable-next-line base44/no-websocket\nHERE();');
    expect(found).toMatchObject({ location: { start: { line: 2, column: 3 } } });
  });
});
