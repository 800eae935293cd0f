import { describe, expect, it } from 'vitest';
import { readinessOf, type ReadinessInput } from '../../assess/readiness/index.js';
import { client, entity, readinessInput } from '../../testing/readiness.js';
import { sampleFinding } from '../../testing/sample.js';
import { readinessBrief, readinessLines, type ReadinessOptions } from './readiness.js';
import { Style } from './style.js';

const chat = `${client}import { useEffect } from 'react';
export default function Chat() { useEffect(() => base44.entities.ChatMessage.subscribe(show), []); return null; }`;
const app = { ...entity('Contact', ['full_name', 'phone']), 'src/pages/Chat.jsx': chat };
const migration = { hours: { low: 120, high: 300 }, cost: { low: 12_000, high: 30_000 } };
const style = new Style(false);

function print(overrides: Partial<ReadinessInput> = {}, options: ReadinessOptions = { all: false }): string {
  return readinessLines(readinessOf(readinessInput(app, overrides)), options, style).join('\n');
}

describe('readiness in the terminal', () => {
  it('starts with the verdict, what is still possible, and what to ask', () => {
    expect(print().split('\n').slice(0, 12).join('\n')).toMatchInlineSnapshot(`
      "Readiness for production
      Verdict         Not settled: from "Not ready: migrate" to "Ready after a hardening project"
      Framework       edition 2026-05, Base44Devs: Is Base44 Production-Ready?, checked on 2026-11-20
      Points          0 to 27 of 32
                      0 to 23   Migrate: compliance
                      2 to 23   Migrate: availability
                      3 to 26   Migrate: real time
                      4 to 15   Migrate: total below 16
                      16 to 19  Borderline: migration is likely the better way
                      20 to 23  Extensive hardening first
                      24 to 27  Hardening project first
      Today’s facts   0 to 28 of 32; Not settled: from "Not ready: migrate" to "Ready after light hardening""
    `);
  });

  it('draws each criterion with its answer, cap and range', () => {
    const text = print({ answers: { 'regulatory-compliance': 4, realtime: 3, performance: 2 } });
    expect(text.split('\n').filter((line) => /^\d /.test(line))).toMatchInlineSnapshot(`
      [
        "1 Regulatory compliance  . . O  4       answered 4",
        "2 Data sensitivity       ---xx  0 to 2  not answered; the export allows 2 at most",
        "3 Users at peak          -----  0 to 4  not answered",
        "4 Performance            ..O..  2       answered 2",
        "5 Availability           -----  0 to 4  not answered",
        "6 Real time              .-x!x  1       answered 3, but the export allows 1 at most",
        "7 Roadmap horizon        -----  0 to 4  not answered",
        "8 Team capacity          -----  0 to 4  not answered",
      ]
    `);
  });

  it('says what the article rules out and what holds today', () => {
    expect(print()).toContain('Real time, level 1: reads as 2 today (lifted)');
    expect(print()).toContain('Availability, level 0: stands (still-true)');
  });

  it('lists the work with its findings, missing first', () => {
    const text = print({ findings: [sampleFinding({ rule: 'require-entity-rules' })] });
    const from = text.indexOf('\nHardening\n');
    expect(text.slice(from, text.indexOf('\n', text.indexOf('Findings:', from)))).toMatchInlineSnapshot(`
      "
      Hardening
        missing      Isolation of data row by row, audited and verified
                     1 finding at medium or above: rows open to others. Findings: require-entity-rules (1)."
    `);
  });

  it('weighs hardening against leaving', () => {
    const answers = { 'regulatory-compliance': 4, availability: 4, 'user-concurrency': 4, performance: 4 } as const;
    const text = print({ answers: { ...answers, 'roadmap-horizon': 4, 'team-capacity': 4 }, migration });
    expect(text.slice(text.indexOf('Stay or leave'))).toMatchInlineSnapshot(`
      "Stay or leave
        Hardening against 120 to 300 hours of migration: above 70 % leave, below 50 % stay.
        Ready after a hardening project  40 to 80 hours, 13 to 67 %: open: the range crosses a threshold
        Ready after light hardening      0 to 40 hours, 0 to 33 %: stay and harden (only with today’s facts)"
    `);
  });

  it('explains its numbers only when asked', () => {
    expect(print()).not.toContain('Where the numbers come from');
    expect(print({}, { all: true, explain: true })).toContain(
      'criteria[5].cap = 1\n    the highest of the levels 0, 1, 2, 3, 4 that is not above min(live-messages 1)',
    );
  });

  it('keeps to the width of the terminal', () => {
    const lines = print({ migration }, { all: true, explain: true, width: 80 }).split('\n');
    const long = lines.filter((line) => line.length > 80 && /^ {4}/.test(line) && line.trim().split(' ').length > 2);
    expect(long).toEqual([]);
  });

  it('makes what an app puts into names harmless', () => {
    const escape = entity('\u001b[2J', ['full_name', 'phone']);
    const lines = readinessLines(readinessOf(readinessInput(escape)), { all: true }, style);
    expect(lines.join('')).not.toContain('\u001b');
  });
});

describe('the line in a summary', () => {
  const brief = (overrides: Partial<ReadinessInput>): string =>
    readinessBrief(readinessOf(readinessInput(app, overrides)));

  it('says what is open and what to ask', () => {
    expect(brief({})).toMatchInlineSnapshot(
      `"Not settled: from "Not ready: migrate" to "Ready after a hardening project" (0 to 27 of 32 points; 8 of 8 criteria open, ask first: Which regulatory framework must the app satisfy?)"`,
    );
  });

  it('gives the verdict once it is settled, though criteria are open', () => {
    expect(brief({ answers: { availability: 0, 'regulatory-compliance': 2 } })).toMatch(/^Not ready: migrate \(/);
  });
});
