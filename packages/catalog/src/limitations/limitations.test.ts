import { describe, expect, it } from 'vitest';
import { criterionIds } from '../criteria.js';
import { limitationIds } from '../limitation-ids.js';
import { examinedVersions } from '../sdk/examined-versions.js';
import { sinceVersion, supports } from '../sdk/supports.js';
import { sources } from '../sources.js';
import { limitations } from './index.js';

const records = limitationIds.map((id) => [id, limitations[id]] as const);
const isoDay = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const categories = {
  arch: 'architecture',
  data: 'data',
  auth: 'auth',
  int: 'integration',
  perf: 'performance',
  sec: 'security',
  ops: 'operations',
  comp: 'compliance',
  exit: 'exit',
  faq: 'faq',
};

it('holds one record for each of the 45 ids, and no other', () => {
  expect(limitationIds).toHaveLength(45);
  expect(Object.keys(limitations).sort()).toEqual([...limitationIds].sort());
});

describe.each(records)('%s', (id, limitation) => {
  const { claim, today } = limitation;
  const { clear, notChecked } = limitation.verdicts;
  const texts = {
    ...(clear !== null && { clear }),
    notChecked,
    consequence: limitation.consequence,
    workaround: limitation.workaround,
    claim: claim.statement,
    today: today.summary,
  };

  it('stands under its own id and category', () => {
    expect(limitation.id).toBe(id);
    expect(limitation.category).toBe(categories[id.split('-')[0] as keyof typeof categories]);
  });

  it.each(Object.entries(texts))('has whole sentences as %s', (_, text) => {
    expect(text).toMatch(/^\S.*\.$/);
    expect(text).not.toMatch(/ {2}|\n|\.\.|TODO/);
    expect(text).toMatch(/^\p{Lu}/u);
  });

  it('has a headline without full stop and a question with its mark', () => {
    expect(limitation.title).toMatch(/^\p{Lu}.*[^.?!]$/u);
    expect(limitation.title.length).toBeLessThanOrEqual(60);
    expect(limitation.auditorQuestion).toMatch(/^\p{Lu}[^?]*\?$/u);
  });

  it('dates its claim and its check, in that order', () => {
    expect(claim.date).toMatch(isoDay);
    expect(today.checkedOn).toMatch(isoDay);
    expect(claim.date < today.checkedOn).toBe(true);
  });

  it('cites known sources, each once', () => {
    for (const key of [claim.source, ...today.evidence]) expect(sources).toHaveProperty(key);
    expect(new Set(today.evidence).size).toBe(today.evidence.length);
  });

  it('calls nothing lifted, or lifted in part, on the word of a third party', () => {
    if (today.status !== 'lifted' && today.status !== 'partly-lifted') return;
    expect(today.evidence.some((key) => sources[key].kind !== 'third-party')).toBe(true);
  });

  it('names a release only where something was lifted, and the same one as the SDK data', () => {
    if (!today.since) return;
    const { version, member } = today.since;
    expect(['lifted', 'partly-lifted']).toContain(today.status);
    expect(examinedVersions).toContain(version);
    expect(today.evidence).toContain('sdk');
    if (member === undefined) return;
    expect(sinceVersion(member)).toBe(version);
    expect(supports(version, member)).toBe('yes');
  });

  it('can be clear exactly where a repository shows it', () => {
    expect(clear === null).toBe(limitation.visibility === 'manual');
  });

  it('feeds known readiness criteria, each once', () => {
    for (const criterion of limitation.criteria) expect(criterionIds).toContain(criterion);
    expect(new Set(limitation.criteria).size).toBe(limitation.criteria.length);
  });
});

describe('the catalogue as a whole', () => {
  const all = records.map(([, limitation]) => limitation);

  it.each(criterionIds)('has limitations that bear on %s', (criterion) => {
    expect(all.some((limitation) => limitation.criteria.includes(criterion))).toBe(true);
  });

  it('says nothing twice', () => {
    const texts = all.flatMap((limitation) => [
      limitation.title,
      limitation.consequence,
      limitation.workaround,
      limitation.claim.statement,
      limitation.today.summary,
      limitation.auditorQuestion,
      limitation.verdicts.clear ?? limitation.id,
    ]);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('never claims to see in a repository what only the owner knows', () => {
    const manual = all.filter(({ visibility }) => visibility === 'manual').map(({ id }) => id);
    expect(manual).toEqual([
      'arch-single-region',
      'auth-no-mfa-policy',
      'perf-protocol-control',
      'sec-no-waf',
      'sec-no-admin-audit',
      'ops-no-sla',
      'comp-no-soc2',
      'ops-support',
      'exit-export-tier',
      'faq-entity-size',
    ]);
  });

  it('does not repeat what the SDK disproves', () => {
    for (const id of [
      'arch-no-realtime',
      'arch-no-service-role',
      'data-no-bulk-delete',
      'int-custom-deprecated',
    ] as const) {
      expect(limitations[id].today.status).toBe('lifted');
    }
  });
});
