import { describe, expect, it, test } from 'vitest';
import { entity, readinessInput, type Content } from '../../../testing/readiness.js';
import { compliance, needsShown } from './compliance.js';

const evidence = (...files: readonly Content[]) => compliance(readinessInput(Object.assign({}, ...files) as Content));
const evidenceIn = (...files: readonly Content[]): Record<string, number | null> =>
  Object.fromEntries(evidence(...files).map(({ kind, cap }) => [kind, cap]));

const page = (file: string, text: string): Content => ({ [file]: `// base44\nexport default () => <p>${text}</p>;` });
const patients = entity('Patient', ['full_name', 'diagnosis']);

describe('level 0 at most', () => {
  test('patients in schemas that are made for HIPAA', () => {
    expect(evidenceIn(entity('Patient', ['full_name', 'diagnosis', 'hipaa_consent']))).toMatchObject({
      'hipaa-built': 0,
    });
  });

  test('card numbers with their security codes', () => {
    expect(evidenceIn(entity('Checkout', ['card_number', 'cvv']))).toMatchObject({ 'card-codes-kept': 0 });
  });

  it('shows which need it is', () => {
    expect(needsShown(evidence(entity('Checkout', ['card_number', 'cvv'])))).toEqual(['pci']);
    expect(needsShown(evidence(entity('Patient', ['full_name', 'hipaa_consent'])))).toEqual(['hipaa']);
    expect(needsShown(evidence(patients))).toEqual([]);
  });
});

describe('level 2 at most', () => {
  test('health data of patients, since which law applies is not in the code', () => {
    expect(evidenceIn(patients)).toEqual({ 'patient-data': 2 });
  });

  test.each<[string, Content]>([
    ['a field for consent', entity('Lead', ['gdpr_consent'])],
    ['an entity for requests', entity('GdprRequest', ['kind'])],
    ['a function that erases', { 'base44/functions/gdprDelete/entry.ts': 'Deno.serve(() => new Response());' }],
    ['a banner', { 'src/components/GDPRBanner.jsx': 'export default () => null;' }],
    ['the privacy page', page('src/pages/Privacy.jsx', 'Your rights under the CCPA')],
    ['the imprint', page('src/pages/Impressum.jsx', 'Verantwortlich nach DSGVO')],
  ])('%s', (_, files) => {
    expect(evidenceIn(files)).toMatchObject({ 'privacy-law': 2 });
  });
});

describe('only a question', () => {
  test.each<[string, Content]>([
    ['a law named in some text', page('src/pages/Blog.jsx', 'What GDPR means for bakers')],
    ['a tool that checks others', { 'src/pages/GdprAudit.jsx': '// base44\nexport default () => "GDPR";' }],
    ['a page of a law firm', page('src/pages/LegalResearch.jsx', 'GDPR cases')],
  ])('%s', (_, files) => {
    expect(evidenceIn(files)).toEqual({ 'privacy-law-named': null });
  });

  test('HIPAA, SOC 2 and PCI DSS in a text', () => {
    expect(evidenceIn(page('src/pages/Landing.jsx', 'HIPAA ready'))).toEqual({ 'trade-framework-named': null });
    expect(evidenceIn(page('src/pages/Landing.jsx', 'SOC 2 and PCI-DSS'))).toEqual({ 'trade-framework-named': null });
  });

  test('HIPAA in a schema that holds no patients', () => {
    expect(evidenceIn(entity('Assessment', ['hipaa_score']))).toEqual({});
  });

  test('card numbers without codes', () => {
    expect(evidenceIn(entity('Wallet', ['card_number', 'card_holder']))).toEqual({ 'card-data': null });
  });
});

it('says nothing where nothing is said', () => {
  expect(evidenceIn(entity('Task', ['title']), page('src/pages/Home.jsx', 'Hello'))).toEqual({});
});

it('does not read tests', () => {
  expect(evidenceIn(page('src/pages/__tests__/Privacy.jsx', 'GDPR'))).toEqual({});
});
