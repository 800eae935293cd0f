import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const owner = { created_by_id: '{{user.id}}' };
const locked = { read: owner, write: owner };

function entity(name: string, fields: readonly string[], rls?: unknown, more: Partial<Sample> = {}): Sample {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'string' }]));
  return { file: `base44/entities/${name}.jsonc`, code: JSON.stringify({ name, properties, rls }, null, 2), ...more };
}

function only(sample: Sample) {
  const findings = run(rule, sample);
  expect(findings).toHaveLength(1);
  return findings[0]!;
}

test('fields that everyone may read are drawn at the first of them', () => {
  const sample = entity('Patient', ['full_name', 'diagnosis', 'insurance_number', 'passport_number']);
  expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
    "  7 |     "diagnosis": {
        |     ^~~~~~~~~~~ [1]

    [1] high/likely \`Patient\` holds health data and identity numbers in \`diagnosis\`, \`insurance_number\` and \`passport_number\`, and its rules let any user of the app read them.
        advice: Base44 publishes no agreement for health data (BAA): keep it elsewhere where the law asks for one. Keep the number only as long as it is needed, and let only the owner of a row and the staff who check it read it.
        evidence: base44/entities/Patient.jsonc: no \`rls\` key
        evidence: base44/entities/Patient.jsonc: \`insurance_number\`
        evidence: base44/entities/Patient.jsonc: \`passport_number\`"
  `);
});

describe('what is held, open', () => {
  test.each([
    ['health', 'blood_type', 'health data', 'high', 'comp-no-hipaa'],
    ['cards', 'card_number', 'card data', 'high', 'comp-pci'],
    ['bank', 'iban', 'bank details', 'high', 'data-default-open'],
    ['identity', 'passport_number', 'identity numbers', 'high', 'data-default-open'],
    ['tax numbers, which firms print on their invoices', 'tax_id', 'identity numbers', 'medium', 'data-default-open'],
    ['keys', 'stripe_secret_key', 'credentials', 'high', 'sec-no-vault'],
    ['links to come in by', 'invite_token', 'credentials', 'high', 'sec-no-vault'],
    ['links that are handed out', 'share_token', 'credentials', 'medium', 'sec-no-vault'],
    ['passwords, which can be guessed', 'password_hash', 'credentials', 'high', 'sec-no-vault'],
  ])('%s', (_, field, words, severity, limitation) => {
    const found = only(entity('Person', ['title', field]));
    expect(found).toMatchObject({ severity, confidence: 'likely', limitations: [limitation] });
    expect(found.message).toBe(
      `\`Person\` holds ${words} in \`${field}\`, and its rules let any user of the app read them.`,
    );
  });

  test('notes about a patient may be anything', () => {
    expect(only(entity('Invoice', ['patient_id', 'notes']))).toMatchObject({
      message: expect.stringContaining('may hold health data') as string,
      severity: 'medium',
      confidence: 'possible',
    });
  });

  test('several kinds stand in one finding', () => {
    const found = only(entity('Person', ['ssn', 'api_key', 'allergies', 'iban', 'cvv']));
    expect(found.message).toContain(
      'holds identity numbers, credentials, health data, bank details and card data in `ssn`, `api_key`, `allergies` and 2 more',
    );
    expect(found.evidence.map(({ note }) => note)).toEqual([
      'no `rls` key',
      '`api_key`',
      '`allergies`',
      '`iban`',
      '`cvv`',
    ]);
  });

  test('to anyone on a public app', () => {
    const files = { 'base44/config.jsonc': { visibility: 'public' } };
    expect(only(entity('Person', ['ssn'], undefined, { files })).message).toContain(
      'let anyone, signed in or not, read',
    );
  });
});

describe('what is held, locked, is a note', () => {
  test.each([
    ['diagnosis', 'info'],
    ['passport_number', 'info'],
    ['share_token', 'info'],
    ['card_number', 'low'],
    ['api_key', 'low'],
  ])('%s', (field, severity) => {
    const found = only(entity('Person', [field], locked));
    expect(found).toMatchObject({ severity, confidence: 'likely' });
    expect(found.message).toContain('which whoever operates the app answers for.');
  });

  test('by a rule of the field itself', () => {
    const properties = { ssn: { type: 'string', rls: { read: { user_condition: { role: 'admin' } } } } };
    const code = JSON.stringify({ name: 'Person', properties });
    expect(only({ file: 'base44/entities/Person.jsonc', code }).severity).toBe('info');
  });

  test('in demonstration rows', () => {
    expect(only(entity('DemoPatient', ['diagnosis'])).severity).toBe('info');
  });
});

describe('no finding', () => {
  test.each([
    ['other fields', ['name', 'price', 'card_color', 'tokens_used', 'health_score', 'phone']],
    ['masked and shortened values', ['card_last4', 'card_brand', 'iban_masked', 'api_key_encrypted']],
    ['hashes of random values', ['token_hash', 'api_key_hash']],
    ['the policy of a boat', ['boat_length', 'insurance_policy_number']],
    ['nothing', []],
  ])('%s', (_, fields) => {
    expectClean(rule, entity('Person', fields));
  });

  test('for allowed fields', () => {
    const sample = entity('Person', ['ssn', 'iban']);
    expectClean(rule, { ...sample, options: { allow: ['ssn', 'Person.iban'] } });
    expect(only({ ...sample, options: { allow: ['iban', 'Other.ssn'] } }).message).toContain('in `ssn`,');
  });

  test('above possible in an app that has left the platform', () => {
    expect(only(entity('Person', ['ssn'], undefined, { files: { 'package.json': {} } })).confidence).toBe('possible');
  });
});

describe('the sentence', () => {
  test.each([
    [
      'card_number',
      'Leave card data to a payment provider and keep its reference; a security code may never be stored.',
    ],
    [
      'iban',
      'Keep the reference of a payment provider in place of the number, and let only the owner of a row and the staff who pay read it.',
    ],
    [
      'api_key',
      'Keep keys of the app in its secrets (`Deno.env.get` in a function), and those of users behind a function that never returns them.',
    ],
  ])('%s', (field, advice) => expect(only(entity('Person', [field])).advice).toBe(advice));

  test('advises on two kinds at most', () => {
    const { advice } = only(entity('Person', ['ssn', 'api_key', 'iban']));
    expect(advice.match(/Keep the \w+|Keep keys/g)).toEqual(['Keep the number', 'Keep keys']);
  });

  test('four fields are all named', () => {
    expect(only(entity('Person', ['ssn', 'cpf', 'rut', 'dni'], locked)).message).toBe(
      '`Person` holds identity numbers in `ssn`, `cpf`, `rut` and `dni`, which whoever operates the app answers for.',
    );
  });

  test.each([
    ['a rule that hides all', { read: false }, 'info'],
    ['an empty rule', { read: {} }, 'high'],
    ['a rule for writing', { write: false }, 'high'],
  ])('%s of the field', (_, rls, severity) => {
    const code = JSON.stringify({ name: 'Person', properties: { ssn: { type: 'string', rls } } });
    expect(only({ file: 'base44/entities/Person.jsonc', code }).severity).toBe(severity);
  });

  test('one field of two is hidden', () => {
    const code = JSON.stringify({ name: 'Person', properties: { ssn: { rls: { read: false } }, cpf: {} } });
    expect(only({ file: 'base44/entities/Person.jsonc', code }).severity).toBe('high');
  });

  test('the role that every user has is no stranger', () => {
    const files = { 'base44/config.jsonc': { visibility: 'public' } };
    const rls = { read: { user_condition: { role: 'user' } }, write: owner };
    expect(only(entity('Person', ['ssn'], rls, { files })).message).toContain('let any signed-in user read them');
  });

  test('a note beside a diagnosis is health data', () => {
    expect(only(entity('Visit', ['patient_id', 'notes', 'diagnosis']))).toMatchObject({
      severity: 'high',
      confidence: 'likely',
    });
  });

  test.each([
    ['insurance_number', ['patient_id'], 1],
    ['insurance_policy_number', ['car_model'], 0],
    ['insurance_id', ['doctor'], 1],
  ])('%s beside %s', (field, beside, count) => {
    expect(run(rule, entity('Policy', [field, ...beside]))).toHaveLength(count);
  });

  test.each([
    ['invite_code_token', 'high'],
    ['refresh_token', 'high'],
    ['bot_token', 'high'],
  ])('%s, open, is %s', (field, severity) => expect(only(entity('Link', [field])).severity).toBe(severity));

  test.each([
    ['refresh_token', 'low'],
    ['invite_token', 'info'],
    ['iban', 'info'],
  ])('%s, locked, is %s', (field, severity) => expect(only(entity('Link', [field], locked)).severity).toBe(severity));
});

test('arbitrary schemas never throw', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 3 }), (properties, rls) => {
      const code = JSON.stringify({ name: 'Person', properties, rls });
      run(rule, { file: 'base44/entities/Person.jsonc', code });
    }),
  );
});
