import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { clean, everyday, options, sampleApp, sampleFinding, sampleResult } from '../../testing/sample.js';
import { terminal } from './index.js';

describe('terminal report', () => {
  it('shows a finding with its code, reason and fix', () => {
    const { output } = terminal(everyday, options);
    expect(output).toContain(
      `  critical  12:24    no-unfiltered-list
    Everyone who opens this app can read every row of Client.
      11 |   useEffect(() => {
    > 12 |     const rows = await base44.entities.Client.list();
         |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      13 |     setRows(rows);
    because base44/entities/Client.jsonc:2:11 has no \`rls\` key
    fix Give Client a read rule`,
    );
  });

  it('keeps a suppressed finding in sight with its reason', () => {
    expect(terminal(everyday, options).output).toMatch(/suppressed \(Notes are public on purpose\)/);
  });

  it('has one line for each limitation', () => {
    const lines = terminal(everyday, options).output.split('\n');
    const verdictLines = lines.filter((line) => /^(?:found|clear|not checked) {2,}/.test(line));
    expect(verdictLines).toHaveLength(45);
    expect(verdictLines[0]).toMatch(/^found .*2 findings in 2 files, 1 of them suppressed\.$/);
  });

  it('ends with a summary that fits one screen', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      sampleFinding({ rule: `rule-${index % 12}`, identity: String(index).padStart(32, '0') }),
    );
    const notChecked = Array.from({ length: 90 }, (_, index) => ({ file: `src/${index}.js`, reason: 'Not read.' }));
    const { output } = terminal(sampleResult(sampleApp(many, { notChecked })), options);
    const summary = output
      .slice(output.indexOf('\nSummary\n') + 1)
      .trimEnd()
      .split('\n');
    expect(summary.length).toBeLessThanOrEqual(24);
    expect(summary.join('\n')).toContain('400 critical');
  });

  it('shows the heaviest findings in full and the rest in one line, unless all are wanted', () => {
    const many = Array.from({ length: 40 }, (_, index) => sampleFinding({ identity: String(index).padStart(32, '0') }));
    const result = sampleResult(sampleApp(many));
    const frames = (output: string): number => (output.split('^^^^').length > 1 ? output.match(/\^{4,}/g)!.length : 0);
    expect(frames(terminal(result, options).output)).toBe(15);
    expect(terminal(result, options).output).toContain('25 findings above are cut to one line');
    expect(frames(terminal(result, { ...options, all: true }).output)).toBe(40);
  });

  it('groups by rule when asked', () => {
    const { output } = terminal(everyday, { ...options, groupBy: 'rule' });
    expect(output).toMatch(/^no-unfiltered-list$/m);
    expect(output).toContain('critical  src/pages/Clients.jsx:12:24');
  });

  it('leaves out what is below the wanted severity and says how many', () => {
    const { output } = terminal(everyday, { ...options, minSeverity: 'critical' });
    expect(output).not.toContain('Notes.jsx');
    expect(output).toContain('(1 below --min-severity not shown)');
  });

  it('lets no character of a scanned file steer the terminal', () => {
    const hostile = sampleFinding({
      message: 'Bad \u001b[2J\u202e name.',
      location: { file: 'a\u001b]0;x\u0007.js', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    });
    const { output } = terminal(sampleResult(sampleApp([hostile])), options);
    for (const character of ['\u001b', '\u0007', '\u202e']) expect(output).not.toContain(character);
    expect(output).toContain('\\u{1b}[2J\\u{202e}');
  });

  it('cuts the limitation lines to the width of the terminal', () => {
    const lines = terminal(everyday, { ...options, width: 80 }).output.split('\n');
    const long = lines.filter((line) => /^(?:found|clear|not checked) /.test(line) && line.length > 80);
    expect(long).toEqual([]);
  });

  it('breaks messages and advice to the width of the terminal', () => {
    const advice = 'Give each customer only the rows of their own organization. '.repeat(4).trim();
    const { output } = terminal(sampleResult(sampleApp([sampleFinding({ advice })])), { ...options, width: 72 });
    const [, body = ''] = output.split('no-unfiltered-list\n');
    const lines = body.slice(0, body.indexOf('\n\n')).split('\n');
    expect(lines.filter((line) => line.length > 72)).toEqual([]);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(advice);
  });

  it('says the same with and without colours', () => {
    const plain = terminal(everyday, options).output;
    const colored = terminal(everyday, { ...options, color: true }).output;
    expect(colored).toContain('\u001b[');
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });

  it.each([
    ['fails at the gate', everyday, 'high', 1],
    ['passes below the gate', sampleResult(sampleApp([sampleFinding({ severity: 'medium' })])), 'high', 0],
    ['never fails when told so', everyday, 'never', 0],
    ['passes a clean app', clean, 'info', 0],
  ] as const)('%s', (_, result, failOn, exitCode) => {
    expect(terminal(result, { ...options, failOn }).exitCode).toBe(exitCode);
  });

  it('does not count suppressed findings for the gate', () => {
    const onlySuppressed = sampleResult(sampleApp([everyday.apps[0]!.findings[1]!]));
    expect(terminal(onlySuppressed, options)).toMatchObject({ exitCode: 0 });
  });
});
