import { describe, expect, it, test } from 'vitest';
import { entity, readinessInput, type Content } from '../../../testing/readiness.js';
import { dataSensitivity } from './data-sensitivity.js';

/** Kinds with their caps, hints as `null`. */
function evidenceIn(...files: readonly Content[]): Record<string, number | null> {
  const input = readinessInput(Object.assign({}, ...files) as Content);
  return Object.fromEntries(dataSensitivity(input).map(({ kind, cap }) => [kind, cap]));
}

const owner = { rls: { read: { created_by: '{{user.email}}' } } };

describe('level 0 at most', () => {
  test.each<[string, string, Content]>([
    ['health data of patients', 'patient-data', entity('Visit', ['patient_id', 'diagnosis'])],
    ['a list of patients', 'patient-data', entity('Patient', ['first_name', 'last_name'])],
    ['a medical record', 'patient-data', entity('MedicalRecord', ['full_name', 'blood_type'])],
    ['card numbers', 'card-data', entity('PaymentMethod', ['card_number', 'expiry_date', 'full_name'])],
    ['cards with their codes', 'card-data', entity('Checkout', ['card_number', 'cvv'])],
    ['bank details of people', 'bank-details', entity('Employee', ['full_name', 'iban'])],
    ['account numbers beside a bank', 'bank-details', entity('Worker', ['full_name', 'bank_name', 'account_number'])],
    ['social security numbers', 'identity-numbers', entity('TaxForm', ['ssn'])],
    ['passports of guests', 'identity-numbers', entity('Guest', ['full_name', 'passport_number'])],
  ])('%s', (_, kind, files) => {
    expect(evidenceIn(files)).toMatchObject({ [kind]: 0 });
  });
});

describe('no level 0, whatever the field is called', () => {
  test.each<[string, Content]>([
    ['a diagnosis in a repair shop', entity('WorkOrder', ['customer_name', 'device_model', 'diagnosis'])],
    ['the allergies of a dog', entity('Pet', ['owner_id', 'breed', 'allergies'])],
    ['what ails a patient of a vet', entity('Patient', ['name', 'species', 'owner_email', 'diagnosis'])],
    ['what a guest does not eat', entity('Rsvp', ['guest_email', 'allergies'])],
    ['symptoms of a plant', entity('PlantDisease', ['symptoms', 'user_id'])],
    ['gift cards', entity('GiftCard', ['card_number', 'expiry_date', 'buyer_email'])],
    ['membership cards', entity('Member', ['full_name', 'membership_card_number', 'expiry_date'])],
    ['a credit card as a way of paying', entity('Order', ['customer_email', 'credit_card'])],
    ['the last digits of a card', entity('Payment', ['card_number_last4', 'card_brand'])],
    ['account numbers of a utility', entity('Customer', ['full_name', 'account_number'])],
    ['the bank account of a firm', entity('CompanySettings', ['email', 'iban'])],
    ['the bank account of a supplier', entity('Supplier', ['contact_name', 'iban'])],
    ['the tax number of a firm', entity('Client', ['full_name', 'tax_id'])],
    ['notes of an appointment', entity('Appointment', ['patient_id', 'notes'])],
    ['rows made up to show the app', entity('DemoPatient', ['patient_id', 'diagnosis'])],
  ])('%s', (_, files) => {
    const caps = Object.values(evidenceIn(files)).filter((cap) => cap !== null);
    expect(Math.min(4, ...caps)).toBeGreaterThan(0);
  });

  test('components named after cards and patients say nothing', () => {
    const page = 'export function PatientCard({ cardNumber }) { return <Card diagnosis={cardNumber} />; }';
    expect(evidenceIn({ 'src/components/PatientCard.jsx': page })).toEqual({});
  });
});

describe('level 1 at most', () => {
  test('but the allergies of a guest choose a meal', () => {
    expect(evidenceIn(entity('Rsvp', ['user_id', 'allergies']))).not.toHaveProperty('health-data');
  });

  test('health data that people keep of themselves', () => {
    expect(evidenceIn(entity('Reminder', ['user_id', 'medication'], owner))).toMatchObject({ 'health-data': 1 });
  });

  test.each<[string, Content]>([
    ['names of children', entity('Enrollment', ['child_name', 'parent_email'])],
    ['consent of parents', entity('Profile', ['user_id', 'parental_consent'])],
    ['what is told of a child', entity('Child', ['first_name', 'birth_date'])],
  ])('%s', (_, files) => {
    expect(evidenceIn(files)).toMatchObject({ 'childrens-data': 1 });
  });

  test.each<[string, Content]>([
    ['parts of a tree', entity('Task', ['child_id', 'parent_id'])],
    ['components of a menu', entity('ChildMenu', ['label', 'grade'])],
    ['a count', entity('Room', ['children', 'kids'])],
  ])('not by %s', (_, files) => {
    expect(evidenceIn(files)).not.toHaveProperty('childrens-data');
  });

  test('consent under the GDPR beside personal data', () => {
    expect(evidenceIn(entity('Contact', ['phone', 'gdpr_consent']))).toMatchObject({ 'gdpr-built': 1 });
    expect(evidenceIn(entity('Widget', ['color', 'gdpr_consent']))).not.toHaveProperty('gdpr-built');
  });

  test('a privacy page that names the GDPR only raises the question', () => {
    const page = { 'src/pages/PrivacyPolicy.jsx': '// base44\nexport default () => <p>Under the GDPR you may …</p>;' };
    expect(evidenceIn(entity('Contact', ['phone']), page)).toMatchObject({ 'gdpr-stated': null, 'personal-data': 2 });
  });
});

describe('level 2 or 3 at most', () => {
  test('addresses of contacts are personal', () => {
    expect(evidenceIn(entity('Contact', ['full_name', 'phone']))).toEqual({ 'personal-data': 2 });
  });

  test.each<[string, Content]>([
    ['who sent a message', entity('Message', ['sender_email', 'text'])],
    ['who was blocked', entity('Block', ['blocked_email', 'blocker_email'])],
    [
      'whose row it is, by the rules',
      entity('Score', ['player_mail', 'points'], { rls: { read: { 'data.player_mail': '{{user.email}}' } } }),
    ],
    ['the address of a visitor in a log', entity('Visit', ['ip_address'])],
  ])('but %s is no more than an account', (_, files) => {
    expect(evidenceIn(files)).not.toHaveProperty('personal-data');
  });

  test('rows that belong to somebody are not anonymous', () => {
    expect(evidenceIn(entity('Score', ['points'], owner))).toEqual({ 'account-data': 3 });
    expect(evidenceIn(entity('Score', ['points']))).toEqual({});
  });
});

it('says that entities without a schema were not seen', () => {
  const code = "import { base44 } from '@/api/base44Client';\nbase44.entities.Ledger.list();";
  expect(evidenceIn({ 'src/pages/Home.jsx': code })).toEqual({ 'missing-schemas': null });
});

it('trusts no schema of an app that has moved its data elsewhere', () => {
  const files = { 'package.json': '{ "dependencies": {} }' };
  expect(evidenceIn(entity('Patient', ['first_name', 'diagnosis']), files)).toEqual({});
});
