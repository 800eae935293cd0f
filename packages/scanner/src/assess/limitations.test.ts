import { defineRule, type AnyRule } from '@base44-lint/rules';
import { describe, expect, it } from 'vitest';
import type { LimitationId } from '@base44-lint/catalog';
import type { AppSummary, Finding, LimitationVerdict } from '../result.js';
import { sampleFinding, summary, suppressed } from '../testing/sample.js';
import type { Coverage } from './blind-spots.js';
import { verdictsOf } from './limitations.js';

function ruleFor(name: string, limitation: LimitationId): AnyRule {
  return defineRule({
    meta: {
      name,
      description: 'disallow something',
      limitations: [limitation],
      preset: 'recommended',
      since: '0.1.0',
      precision: 'high',
      words: ['x'],
      related: [],
      schema: { type: 'object', properties: {}, additionalProperties: false },
    },
    defaults: {},
  });
}

const listRule = ruleFor('no-unfiltered-list', 'data-default-open');
const socketRule = ruleFor('no-websocket', 'arch-no-realtime');
const closed: AppSummary = { ...summary, entities: summary.entities.filter(({ name }) => name === 'Note') };
const app = (overrides: Partial<AppSummary>): AppSummary => ({ ...closed, ...overrides });
const counts = (overrides: Partial<AppSummary['counts']>): AppSummary['counts'] => ({ ...closed.counts, ...overrides });

function verdictOf(
  id: LimitationId,
  coverage: Partial<Coverage>,
  findings: readonly Finding[] = [],
): LimitationVerdict {
  const all = { app: closed, ran: [listRule, socketRule], off: [], unseenFiles: 0, ...coverage };
  return verdictsOf(findings, all).find((verdict) => verdict.id === id)!;
}

describe('limitation verdicts', () => {
  it('are found with counts where a finding maps to them', () => {
    const verdict = verdictOf('data-default-open', {}, [sampleFinding(), suppressed]);
    expect(verdict).toMatchObject({
      verdict: 'found',
      reason: '2 findings in 2 files, 1 of them suppressed.',
      counts: { critical: 1, high: 0, suppressed: 1 },
    });
  });

  it('stay found when comments suppress everything', () => {
    expect(verdictOf('data-default-open', {}, [suppressed])).toMatchObject({
      verdict: 'found',
      reason: '1 finding in 1 file, all suppressed by comments.',
    });
  });

  it('are clear where a rule ran and saw all it needs', () => {
    expect(verdictOf('arch-no-realtime', {})).toMatchObject({
      verdict: 'clear',
      reason: 'The rule no-websocket ran and found nothing at low or above.',
    });
    expect(verdictOf('data-default-open', {})).toMatchObject({ verdict: 'clear' });
  });

  it('are clear where there are only notes, and say so', () => {
    expect(verdictOf('data-default-open', {}, [sampleFinding({ severity: 'info' })])).toMatchObject({
      verdict: 'clear',
      reason: expect.stringMatching(/and left 1 note\.$/) as string,
    });
  });

  it.each<[string, LimitationId, Partial<Coverage>, RegExp]>([
    ['no rule covers them', 'arch-no-tenancy', {}, /^No rule of this version covers it\.$/],
    [
      'their rule is switched off',
      'arch-no-realtime',
      { ran: [listRule], off: [socketRule] },
      /^The rule no-websocket is switched off by the settings of this app\.$/,
    ],
    ['no repository shows them', 'ops-no-sla', {}, /^An export does not show this; ask: .*\?$/],
    [
      'files could not be parsed',
      'arch-no-realtime',
      { unseenFiles: 2 },
      /^Nothing was found, but 2 files could not be checked in full\.$/,
    ],
    [
      'there is no code',
      'arch-no-realtime',
      { app: app({ counts: counts({ codeFiles: 0 }) }) },
      /^The export holds no JavaScript or TypeScript files\.$/,
    ],
    [
      'the export has no schemas',
      'data-default-open',
      { app: app({ schemas: { state: 'none', missing: ['Order'] } }) },
      /^The export holds no entity schemas/,
    ],
    [
      'a schema is missing',
      'data-default-open',
      { app: app({ schemas: { state: 'some', missing: ['Order'] } }) },
      /^1 entity that the code uses has no schema in the export \(Order\)/,
    ],
    [
      'nothing of the data is in sight',
      'data-default-open',
      { app: app({ counts: counts({ entities: 0, entityCalls: 0 }) }) },
      /^No entity use found, and the export holds no entity schemas/,
    ],
    [
      'an entity is open although no code leaks it',
      'data-default-open',
      { app: summary },
      /rules of 1 entity leave an operation open to everyone \(Client\)\.$/,
    ],
    [
      'the tenant is unknown',
      'arch-no-tenancy',
      { ran: [ruleFor('require-tenant-filter', 'arch-no-tenancy')], app: app({ tenants: [] }) },
      /^No tenant key is known for this app/,
    ],
  ])('are not checked where %s', (_, id, coverage, reason) => {
    const verdict = verdictOf(id, coverage);
    expect(verdict.verdict).toBe('not-checked');
    expect(verdict.reason).toMatch(reason);
  });
});
