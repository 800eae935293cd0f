import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junit } from '../../packages/scanner/src/report/junit/index.js';
import { hostileText, resultWith } from '../../packages/scanner/src/testing/hostile.js';
import {
  clean,
  everyday,
  options,
  sampleApp,
  sampleFinding,
  sampleResult,
  suppressed,
} from '../../packages/scanner/src/testing/sample.js';

const schema = readFileSync(new URL('./junit.xsd', import.meta.url), 'utf8');

/** What libxml2 says against the files, each with its own text. */
async function faultsOf(...files: readonly string[]): Promise<string[]> {
  const xml = files.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { valid, errors } = await validateXML({ xml, schema });
  if (!valid && errors.length === 0) throw new Error('The validator refuses the file and does not say why.');
  return errors.map(({ rawMessage }) => rawMessage);
}

const textOf = (...args: Parameters<typeof junit>): string => junit(...args).output;
const attribute = (text: string, element: string, name: string): string | undefined =>
  new RegExp(`<${element} [^>]*${name}="([^"]*)"`, 'u').exec(text)?.[1];

describe('JUnit report', () => {
  const second = sampleApp([suppressed], { app: { ...everyday.apps[0]!.app, root: 'apps/shop' } });

  it('fits what Jenkins and Surefire read', async () => {
    const several = sampleResult(sampleApp([sampleFinding()]), second);
    expect(
      await faultsOf(...[everyday, clean, several, sampleResult()].map((result) => textOf(result, options))),
    ).toEqual([]);
  });

  it('is refused where something is missing, so that the check above can fail', async () => {
    expect(await faultsOf(textOf(everyday, options).replace(/ skipped="\d+"/u, ''))).not.toEqual([]);
  });

  it('fits also whatever the app holds', async () => {
    const texts = fc.sample(hostileText, { numRuns: 200, seed: 5 });
    expect(await faultsOf(...texts.map((text) => textOf(resultWith(text), options)))).toEqual([]);
  });

  it('fails what the gate fails, skips what was suppressed or not checked, and passes the rest', () => {
    const findings = [sampleFinding(), sampleFinding({ severity: 'medium', message: 'Less bad.' }), suppressed];
    const text = textOf(sampleResult(sampleApp(findings)), options);
    expect(text.match(/<failure/g)).toHaveLength(1);
    expect(text).toMatch(/name="src\/pages\/Clients\.jsx: Less bad\." time="0">\n\s+<system-out>/);
    expect(text).toContain('<skipped message="Suppressed by a comment: Notes are public on purpose"/>');
    expect(text).toMatch(/name="src\/lib\/broken\.js" time="0">\n\s+<skipped message="Not checked: The code could not/);
    expect(textOf(sampleResult(sampleApp(findings)), { ...options, failOn: 'medium' }).match(/<failure/g)).toHaveLength(
      2,
    );
  });

  it('counts what it holds', () => {
    const text = textOf(everyday, options);
    expect(attribute(text, 'testsuite', 'tests')).toBe(String(text.match(/<testcase/g)!.length));
    expect(attribute(text, 'testsuite', 'failures')).toBe('1');
    expect(attribute(text, 'testsuite', 'skipped')).toBe(String(text.match(/<skipped/g)!.length));
    expect(attribute(text, 'testsuites', 'tests')).toBe(attribute(text, 'testsuite', 'tests'));
  });

  it('passes a limitation only where it is clear', () => {
    const [first, ...others] = clean.apps[0]!.limitations;
    const limitations = [{ ...first!, verdict: 'clear' as const }, ...others];
    const text = textOf(sampleResult(sampleApp([], { limitations, notChecked: [] })), options);
    expect(attribute(text, 'testsuite', 'skipped')).toBe(String(others.length));
    expect(text).toMatch(new RegExp(`name="${first!.id}: [^"]*" time="0">\n\\s+<system-out>`, 'u'));
  });

  it('names a test by file and message, so that it keeps its history when lines move', () => {
    const moved = sampleFinding({
      location: { ...sampleFinding().location, start: { line: 90, column: 1 }, end: { line: 90, column: 2 } },
    });
    const names = (text: string): string[] =>
      [...text.matchAll(/<testcase [^>]*name="([^"]*)"/g)].map(([, name]) => name!);
    const [before, after] = [[sampleFinding()], [moved]].map((findings) =>
      names(textOf(sampleResult(sampleApp(findings)), options)),
    );
    expect(after).toEqual(before);
    const twice = names(textOf(sampleResult(sampleApp([sampleFinding(), sampleFinding()])), options));
    expect(new Set(twice).size).toBe(twice.length);
  });
});
