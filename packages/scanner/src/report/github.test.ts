import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText, resultWith } from '../testing/hostile.js';
import { clean, everyday, options, sampleApp, sampleFinding, sampleResult } from '../testing/sample.js';
import { github } from './github.js';
import { printable } from './printable.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as the runner of GitHub Actions does. */
function commandIn(line: string): Command | null {
  const [, info, data] = /^\s*::(.*?)::(.*)$/su.exec(line) ?? [];
  if (info === undefined || data === undefined) return null;
  const decode = (text: string, codes: Readonly<Record<string, string>>): string =>
    Object.entries(codes).reduce((all, [code, character]) => all.replaceAll(code, character), text);
  const space = info.indexOf(' ');
  const inData = { '%0D': '\r', '%0A': '\n', '%25': '%' };
  const inProperty = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  const pairs = info
    .slice(space + 1)
    .split(',')
    .map((pair) => pair.split(/=(.*)/su) as [string, string]);
  return {
    name: info.slice(0, space),
    properties: Object.fromEntries(pairs.map(([key, value]) => [key, decode(value, inProperty)])),
    data: decode(data, inData),
  };
}

const commandsOf = (...args: Parameters<typeof github>): Command[] =>
  github(...args)
    .output.trimEnd()
    .split('\n')
    .map((line) => commandIn(line)!);

describe('GitHub annotations', () => {
  it('give each open finding its place, and end with the counts', () => {
    expect(github(everyday, options).output).toMatchInlineSnapshot(`
      "::error file=src/pages/Clients.jsx,line=12,endLine=12,col=24,endColumn=53,title=base44/no-unfiltered-list (critical%2C certain)::Everyone who opens this app can read every row of Client.%0AGive Client a read rule, or read only the rows of the signed-in user with filter().
      ::notice title=base44-scan::gate failed with 1 finding at high or above; 1 finding in all; 1 suppressed; 1 file not checked.
      "
    `);
    expect(github(clean, options).output).toMatchInlineSnapshot(`
      "::notice title=base44-scan::gate passed, nothing at high or above; 0 findings in all.
      "
    `);
  });

  it('carry no columns for a range over several lines, which GitHub refuses', () => {
    const location = { file: 'a.js', start: { line: 1, column: 5 }, end: { line: 3, column: 2 } };
    const [first] = commandsOf(sampleResult(sampleApp([sampleFinding({ location })])), options);
    expect(first!.properties).toMatchObject({ line: '1', endLine: '3' });
    expect(first!.properties).not.toHaveProperty('col');
  });

  it('are at most ten of a level, the worst ones, and the last says how many are missing', () => {
    const findings = Array.from({ length: 60 }, (_, index) =>
      sampleFinding({
        severity: (['info', 'high', 'critical', 'medium'] as const)[index % 4]!,
        identity: String(index),
      }),
    );
    const commands = commandsOf(sampleResult(sampleApp(findings)), options);
    const count = (wanted: string): number => commands.filter(({ name }) => name === wanted).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10]);
    expect(
      commands.filter(({ name }) => name === 'error').every(({ properties }) => properties.title!.includes('critical')),
    ).toBe(true);
    expect(commands.at(-1)!.data).toContain('60 findings in all; 31 of them without an annotation');
  });

  it('come out as they went in, whatever the app holds, and nothing else does', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { output } = github(resultWith(text), options);
        const lines = output.trimEnd().split('\n');
        expect(output).not.toMatch(/\r/);
        expect(lines).toHaveLength(2);
        const [annotation] = lines.map(commandIn);
        expect(annotation).toMatchObject({
          name: 'error',
          properties: { file: printable(text), line: '2', endLine: '2', col: '1', endColumn: '3' },
          data: `${printable(text)}\n${printable(text)}`,
        });
        expect(Object.keys(annotation!.properties)).toHaveLength(6);
      }),
    );
  });
});
