import { describe, expect, it } from 'vitest';
import { options, sampleApp, sampleFinding, sampleResult, summary } from '../../testing/sample.js';
import type { AppSummary } from '../../result.js';
import { html } from './index.js';

/** The text of one row of a matrix, with the details that belong to it. */
function row(of: 'entities' | 'functions', name: string, overrides: Partial<AppSummary> = {}): string {
  const { output } = html(sampleResult(sampleApp([], { app: { ...summary, ...overrides } })), options);
  const table = output.slice(output.indexOf(`class="matrix ${of}"`), output.length).split('</table>', 1)[0]!;
  const bodies = table.split('<tbody>').map((body) =>
    body
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return bodies.find((body) => body.startsWith(name)) ?? '';
}

describe('entity matrix', () => {
  it('says who may and how often the code does, with rules and places', () => {
    const text = row('entities', 'Client');
    expect(text).toMatch(
      /^Client 9 fields everyone no call by name everyone 3 calls owner 1 call, as service role owner/,
    );
    expect(text).toContain('organization_id personal email, phone');
    expect(text).toContain('read: everyone, no rls key base44/entities/Client.jsonc:2');
    expect(text).toContain(
      'read 3 calls in the browser, as the user (filter, list): src/pages/Clients.jsx:12 , src/pages/Home.jsx:40 and 1 more',
    );
  });

  it('calls unknown what the export does not show', () => {
    const [use] = summary.entityUses;
    const text = row('entities', 'Ghost', { entityUses: [{ ...use!, entity: 'Ghost', sure: false }] });
    expect(text).toMatch(/^Ghost no schema in this export unknown no call in sight unknown 3 calls, 3 perhaps unknown/);
    expect(row('entities', 'User', { entityUses: [{ ...use!, entity: 'User' }] })).toMatch(
      /^User kept by the platform built in/,
    );
  });

  it('has a row for calls whose entity only the run decides', () => {
    expect(row('entities', 'Named only at run time')).toMatch(/any entity unknown .* 1 call, 1 as whom is unknown/);
  });

  it('names each file once for places beside each other', () => {
    const [use] = summary.entityUses;
    const [place] = use!.places;
    const places = [12, 40, 41].map((line) => ({ ...place!, start: { line, column: 1 } }));
    expect(row('entities', 'Client', { entityUses: [{ ...use!, places }] })).toContain(
      'src/pages/Clients.jsx:12 , 40 , 41',
    );
  });
});

describe('function matrix', () => {
  it('says what is asked of whom, what it uses and what starts it', () => {
    const text = row('functions', 'mark');
    expect(text).toMatch(/^mark always never 1 call STRIPE_KEY SendEmail Stripe, with a key of the owner/);
    expect(text).toContain('the browser: 1 place a schedule: Nightly (off)');
    expect(text).toContain('Authorisation never. 2 calls run without it. update on Client runs without');
  });

  it('is unknown where code was not understood, and says so', () => {
    const [one] = summary.functions;
    const text = row('functions', 'mark', {
      functions: [
        {
          ...one!,
          code: 'not-checked',
          environment: [],
          authentication: { verdict: 'unknown', reason: 'x.', places: [] },
        },
      ],
    });
    expect(text).toMatch(/^mark not all of its code was understood unknown never 1 call unknown SendEmail/);
  });

  it('tells what nothing starts from what code may start by names that only the run decides', () => {
    const [one] = summary.functions;
    expect(row('functions', 'mark', { functions: [{ ...one!, callers: [] }] })).toContain('nothing in the export');
    expect(row('functions', 'mark', { functions: [{ ...one!, callers: [], unnamedCallers: true }] })).toContain(
      'nothing by name',
    );
  });

  it('links to what was found in its files', () => {
    const location = {
      file: 'base44/functions/mark/helper.ts',
      start: { line: 1, column: 1 },
      end: { line: 1, column: 2 },
    };
    const { output } = html(sampleResult(sampleApp([sampleFinding({ location })])), options);
    expect(output).toContain('Findings here: <a href="#finding-1">1 (critical)</a>');
  });
});
