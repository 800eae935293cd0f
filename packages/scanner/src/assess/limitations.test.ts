import { defineRule, type AnyRule } from '@base44-lint/rules';
import { describe, expect, it } from 'vitest';
import { limitationIds, limitations, type LimitationId } from '@base44-lint/catalog';
import type { AppSummary, Finding, LimitationVerdict } from '../result.js';
import { fullSight, sampleFinding, summary, suppressed } from '../testing/sample.js';
import type { Coverage } from './blind-spots.js';
import type { Sight } from './sight.js';
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
const sight = (overrides: Partial<Sight>): Partial<Coverage> => ({ sight: { ...fullSight, ...overrides } });
const counts = (overrides: Partial<AppSummary['counts']>): AppSummary['counts'] => ({ ...closed.counts, ...overrides });

function verdictOf(
  id: LimitationId,
  coverage: Partial<Coverage>,
  findings: readonly Finding[] = [],
): LimitationVerdict {
  const all = { app: closed, sight: fullSight, ran: [listRule, socketRule], off: [], unseenFiles: [], ...coverage };
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
      reason: '1 finding in 1 file, all suppressed.',
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
      'one of their rules is switched off',
      'data-default-open',
      { off: [ruleFor('require-entity-rules', 'data-default-open')] },
      /^The rule require-entity-rules is switched off by the settings of this app\.$/,
    ],
    [
      'code calls functions that are not there',
      'data-default-open',
      sight({ missingFunctions: ['a', 'b', 'c', 'd'] }),
      /^4 functions that the code calls are not in the export \(a, b, c and 1 more\)/,
    ],
    [
      'calls go past the SDK',
      'data-default-open',
      sight({ shimCalls: 1 }),
      /^1 entity call goes through a client of the app's own/,
    ],
    [
      'files could not be parsed',
      'arch-no-realtime',
      { unseenFiles: ['src/a.js', 'src/b.js'] },
      /^Nothing was found, but 2 files could not be checked in full \(src\/a\.js, src\/b\.js\)\.$/,
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

describe('a clear verdict', () => {
  const all = (overrides: Partial<Coverage> = {}): Partial<Coverage> => ({
    ran: limitationIds.map((id) => ruleFor(`sees-${id}`, id)),
    ...overrides,
  });
  const clearOnes = (coverage: Partial<Coverage>): readonly LimitationId[] =>
    limitationIds.filter((id) => verdictOf(id, coverage).verdict === 'clear');

  it('is given to each limitation that a repository shows, where everything is in sight, and to no other', () => {
    expect(clearOnes(all())).toEqual(limitationIds.filter((id) => limitations[id].visibility !== 'manual'));
  });

  it.each<[string, Partial<Coverage>, readonly LimitationId[]]>([
    [
      'functions',
      { app: app({ counts: counts({ functions: 0 }) }) },
      ['arch-no-service-role', 'arch-cold-start', 'int-webhook-activity', 'sec-log-retention', 'faq-js-only-backend'],
    ],
    ['schedules', sight({ schedules: 0 }), ['perf-credit-load', 'faq-scheduled-activity']],
    ['the sign-in configuration', sight({ authConfig: false }), ['auth-sso']],
    ['browser code', sight({ browserCode: false }), ['auth-jwt-localstorage']],
    ['index.html', sight({ page: false }), ['arch-csr-only', 'faq-response-headers']],
    ['package.json', sight({ manifest: false }), ['int-stripe-iap']],
    ['an SDK version', sight({ unversioned: ['frontend'] }), ['faq-agent-hallucination']],
    [
      'schemas',
      { app: app({ schemas: { state: 'none', missing: ['Order'] } }) },
      [
        'arch-no-tenancy',
        'data-default-open',
        'data-no-audit-log',
        'data-indexing',
        'auth-coarse-roles',
        'comp-no-hipaa',
        'comp-pci',
        'exit-github-beta',
        'faq-agent-hallucination',
      ],
    ],
  ])('needs %s where the limitation lies in them', (_, missing, lost) => {
    const before = clearOnes(all());
    const after = clearOnes(all(missing));
    expect(before.filter((id) => !after.includes(id))).toEqual(lost);
  });

  it('does not wait for code where configuration decides', () => {
    const left = clearOnes(all({ unseenFiles: ['src/pages/Broken.jsx'] }));
    expect(left).toEqual([
      'data-indexing',
      'auth-sso',
      'perf-cache-headers',
      'comp-no-hipaa',
      'comp-pci',
      'faq-response-headers',
      'faq-scheduled-activity',
    ]);
    expect(clearOnes(all({ unseenFiles: ['base44/entities/Order.jsonc'] }))).not.toContain('data-indexing');
  });

  it('is not given to what a repository never shows, whatever rules name it', () => {
    expect(verdictOf('ops-no-sla', all())).toMatchObject({ verdict: 'not-checked' });
  });
});
