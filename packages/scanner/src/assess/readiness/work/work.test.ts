import { extensiveHardeningIds, hardeningIds, type WorkId } from '@base44-lint/catalog';
import { describe, expect, it, test } from 'vitest';
import type { Finding } from '../../../result.js';
import { client, entity, readinessInput, type Content } from '../../../testing/readiness.js';
import { sampleFinding, suppressed } from '../../../testing/sample.js';
import type { ReadinessInput } from '../input.js';
import { workOf } from './index.js';

const closed = { rls: { create: false, read: { created_by: '{{user.email}}' }, update: false, delete: false } };

function item(id: WorkId, files: Content = {}, overrides: Partial<ReadinessInput> = {}) {
  return workOf(readinessInput(files, overrides)).find((one) => one.id === id)!;
}
const found = (rule: string, more: Partial<Finding> = {}): Partial<ReadinessInput> => ({
  findings: [sampleFinding({ rule, severity: 'high', confidence: 'likely', identity: rule, ...more })],
});
const state = (...args: Parameters<typeof item>): string => item(...args).state;

it('holds both checklists in their order', () => {
  expect(workOf(readinessInput()).map(({ id }) => id)).toEqual([...hardeningIds, ...extensiveHardeningIds]);
});

describe('isolation', () => {
  const used = { 'src/pages/Notes.jsx': `${client}base44.entities.Note.list();` };
  const app = { ...entity('Note', ['title'], closed), ...used };

  it('is missing where findings speak against it, which are linked', () => {
    expect(item('row-isolation', app, found('require-entity-rules'))).toMatchObject({
      state: 'missing',
      reason: '1 finding at medium or above: rows open to others.',
      findings: ['require-entity-rules'],
      rules: [{ rule: 'require-entity-rules', findings: 1 }],
    });
  });

  it('is done only where every rule saw what it needs', () => {
    expect(state('row-isolation', app)).toBe('done');
    expect(item('row-isolation', used)).toMatchObject({ state: 'not-visible' });
  });

  it('is not done because a comment says so', () => {
    const findings = [{ ...suppressed, rule: 'no-unfiltered-list' }];
    expect(item('row-isolation', app, { findings })).toMatchObject({ state: 'not-visible', rules: [{ findings: 1 }] });
  });

  test.each([{ severity: 'low' }, { confidence: 'possible' }] as const)(
    'is neither missing nor done with weak findings: %o',
    (more) => {
      expect(state('row-isolation', app, found('require-entity-rules', more))).toBe('not-visible');
    },
  );

  it('of tenants is asked where no field names one', () => {
    expect(item('tenant-isolation', app).reason).toContain('No field is sure to name a tenant');
  });
});

describe('sensitive data', () => {
  const patients = entity('Patient', ['full_name', 'diagnosis'], closed);

  it('is written by the browser itself', () => {
    const files = { ...patients, 'src/pages/A.jsx': `${client}base44.entities.Patient.update(id, { diagnosis });` };
    expect(item('functions-for-sensitive-data', files)).toMatchObject({
      state: 'missing',
      places: [{ note: '`Patient.update`', location: { file: 'src/pages/A.jsx' } }],
    });
  });

  it('is written by functions only', () => {
    const code = 'const base44 = createClientFromRequest(req); await base44.entities.Patient.update(id, row);';
    expect(state('functions-for-sensitive-data', { ...patients, 'base44/functions/a/entry.ts': code })).toBe('done');
  });

  it('is reached by functions that guard nothing', () => {
    expect(state('functions-for-sensitive-data', patients, found('require-function-auth'))).toBe('missing');
  });

  it('cannot be told without schemas', () => {
    expect(state('functions-for-sensitive-data', entity('Task', ['title']))).toBe('not-visible');
  });
});

describe('operations', () => {
  test.each<[WorkId, string, Content]>([
    ['smoke-tests', 'missing', {}],
    ['smoke-tests', 'not-visible', { 'src/lib/sum.test.js': '' }],
    ['smoke-tests', 'not-visible', { 'e2e/home.spec.ts': '' }],
    ['smoke-tests', 'done', { 'e2e/home.spec.ts': '', '.github/workflows/ci.yml': '' }],
    ['runbook', 'not-visible', { 'README.md': '' }],
    ['runbook', 'done', { 'docs/RUNBOOK.md': '' }],
    ['runbook', 'not-visible', { 'src/pages/Playbook.jsx': '' }],
    ['exit-plan', 'done', { 'docs/exit-plan.md': '' }],
    ['exit-plan', 'not-visible', { 'docs/migrations.md': '' }],
    ['soc2-statement', 'done', { 'docs/SOC2-type-1.pdf': '' }],
    ['soc2-statement', 'not-visible', { 'src/pages/Soc2.jsx': '' }],
    ['security-headers', 'not-visible', { 'wrangler.toml': '' }],
  ])('%s: %s with %o', (id, expected, files) => {
    expect(state(id, files)).toBe(expected);
  });

  const reporting = `import * as Sentry from 'npm:@sentry/deno';
    Deno.serve(async () => { try { await run(); } catch (error) { Sentry.captureException(error); } return new Response(); });`;

  it('logs that a service keeps', () => {
    const files = { 'base44/functions/a/entry.ts': reporting };
    expect(item('external-logging', files)).toMatchObject({ state: 'done', places: [{ note: 'hands errors on' }] });
    expect(state('observability-and-alerts', files)).toBe('not-visible');
  });

  it('logs that roll over', () => {
    expect(state('external-logging', {}, found('require-error-reporting', { severity: 'low' }))).toBe('missing');
    expect(state('observability-and-alerts', {}, found('require-error-reporting', { severity: 'low' }))).toBe(
      'missing',
    );
  });

  it('a dialog in the browser is no report', () => {
    const code = `${client}try { await base44.entities.Task.list(); } catch (error) { alert('Failed'); }`;
    expect(item('observability-and-alerts', { 'src/pages/A.jsx': code }).places).toEqual([]);
  });
});

describe('growth', () => {
  const ask = 'base44.integrations.Core.InvokeLLM({ prompt });';
  const inFunction = (body: string): Content => ({
    'base44/functions/ask/entry.ts': `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
      Deno.serve(async (req) => { const base44 = createClientFromRequest(req); ${body} return Response.json({}); });`,
  });

  test.each<[string, Content]>([
    ['not-visible', {}],
    ['missing', { 'src/pages/A.jsx': `${client}${ask}` }],
    ['missing', inFunction(ask)],
    ['done', inFunction(`if (used > 20) return new Response('Rate limit reached', { status: 429 }); ${ask}`)],
  ])('limits on AI calls: %s', (expected, files) => {
    expect(state('ai-rate-limits', files)).toBe(expected);
  });

  it('limits of users are missing where the browser pays, and otherwise asked for', () => {
    expect(state('user-caps', { 'src/pages/A.jsx': `${client}${ask}` })).toBe('missing');
    expect(item('user-caps', entity('Account', ['monthly_quota']))).toMatchObject({
      state: 'not-visible',
      places: [{ note: '`Account.monthly_quota`' }],
    });
  });

  it('marketing pages', () => {
    expect(state('rendered-marketing-pages', {}, found('client-rendered-public-pages', { severity: 'low' }))).toBe(
      'missing',
    );
    expect(state('rendered-marketing-pages', { 'src/routes/__root.tsx': '' })).toBe('done');
    expect(item('rendered-marketing-pages').reason).toContain('not public');
  });

  it('a copy of the data is never taken for granted', () => {
    const files = inFunction('').valueOf() as Content;
    const copying = {
      'base44/functions/copy/entry.ts': `import postgres from 'npm:postgres@3';\n${files['base44/functions/ask/entry.ts']}`,
    };
    expect(item('standby-replica', copying)).toMatchObject({ state: 'not-visible', places: [{}] });
  });
});
