import { describe, expect, it } from 'vitest';
import { isOwnerName, sensitivityOf } from './sensitivity.js';
import type { Field } from './types.js';
import { wordsOf } from './words.js';

function field(name: string, type = 'string', format?: string): Field {
  return { name, type, place: { file: '', start: 0, end: 0 }, ...(format && { format }) };
}

function holds(name: string, type?: string) {
  return sensitivityOf('Thing', [field(name, type)]);
}

describe('wordsOf', () => {
  it.each([
    ['ownerEmail', ['owner', 'email']],
    ['owner_email', ['owner', 'email']],
    ['APIKey', ['api', 'key']],
    ['userID2', ['user', 'id2']],
    ['Teléfono-móvil', ['teléfono', 'móvil']],
    ['', []],
  ])('splits %s', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe('sensitivityOf', () => {
  it.each([
    'email',
    'customerEmail',
    'home_phone',
    'mobile',
    'phone_number_2',
    'address',
    'ip_address',
    'birth_date',
    'full_name',
    'patientName',
    'gender',
    'teléfono',
  ])('calls %s personal', (name) => {
    expect(holds(name).personal).toEqual([name]);
  });

  it.each([
    'mobile_menu',
    'email_template',
    'email_subject',
    'phone_verified',
    'support_email',
    'wallet_address',
    'event_name',
    'last_email_opened',
    'streets_count',
    'addressed',
  ])('does not call %s personal', (name) => {
    expect(holds(name).personal).toEqual([]);
  });

  it.each([
    'token',
    'invite_token',
    'accessToken',
    'api_key',
    'stripe_secret_key',
    'password_hash',
    'otp_code',
    'sms_api_key_encrypted',
  ])('calls %s secret', (name) => {
    expect(holds(name).secret).toEqual([name]);
  });

  it.each([
    'tokens_used',
    'token_count',
    'sync_token',
    'password_last_changed',
    'publishable_key',
    'secretary',
    'credentials_text',
    'key',
  ])('does not call %s secret', (name) => {
    expect(holds(name).secret).toEqual([]);
  });

  it.each([
    ['OTPVerification', ['code']],
    ['EmailVerification', ['code']],
    ['Coupon', []],
  ])('the code of %s', (entity, secret) => {
    expect(sensitivityOf(entity, [field('code'), field('country_code')]).secret).toEqual(secret);
  });

  it('does not take a number for a credential, nor a flag for anything', () => {
    expect(holds('token', 'number').secret).toEqual([]);
    expect(holds('email', 'boolean').personal).toEqual([]);
    expect(holds('phone', 'number').personal).toEqual(['phone']);
  });

  it.each([
    'diagnosis',
    'diagnosis_codes',
    'medical_history_summary',
    'ssn',
    'passport_number',
    'card_number',
    'iban',
    'bank_account_number',
  ])('calls %s regulated', (name) => {
    expect(holds(name).regulated).toEqual([name]);
  });

  it.each(['cardinality', 'card_title', 'prescription_id', 'ibanez_model', 'allergy_form_url'])(
    'does not call %s regulated',
    (name) => {
      expect(holds(name).regulated).toEqual([]);
    },
  );

  it('trusts the format of a field, unless its name says whose address it is', () => {
    const personal = (name: string, format = 'email') =>
      sensitivityOf('Thing', [field(name, 'string', format)]).personal;
    expect(personal('to')).toEqual(['to']);
    expect(personal('recipient')).toEqual(['recipient']);
    expect(personal('support_inbox')).toEqual([]);
    expect(personal('recipient', 'uri')).toEqual([]);
  });

  it('takes no number for an owner or a credential', () => {
    expect(holds('user', 'number').owner).toEqual([]);
    expect(holds('user').owner).toEqual(['user']);
    expect(holds('token', 'integer').secret).toEqual([]);
    expect(holds('user', 'boolean').owner).toEqual([]);
  });

  it.each([
    ['is_email', []],
    ['show_phone', []],
    ['email_primary', ['email_primary']],
    ['address_line1', ['address_line1']],
    ['address_line1_text', ['address_line1_text']],
    ['line1', []],
  ])('reads the words around: %s', (name, personal) => {
    expect(holds(name).personal).toEqual(personal);
  });

  it("calls what a company publishes about itself nobody's", () => {
    const own = ['email', 'tax_id', 'salary', 'iban'].map((name) => field(name));
    expect(sensitivityOf('Supplier', own)).toMatchObject({ personal: ['salary'], regulated: ['iban'] });
    expect(sensitivityOf('Freelancer', own)).toMatchObject({
      personal: ['email', 'salary'],
      regulated: ['tax_id', 'iban'],
    });
  });

  it.each(['user_id', 'userId', 'owner_email', 'patient_id'])('calls %s an owner', (name) => {
    expect(isOwnerName(name)).toBe(true);
  });

  it.each([
    'approved_by_user_id',
    'assigned_to_user_id',
    'createdByUserId',
    'stripe_customer_id',
    'user_count',
    'risk_profile_id',
    'created_by',
    'organization_id',
  ])('does not call %s an owner', (name) => {
    expect(isOwnerName(name)).toBe(false);
  });

  it.each([
    ...['created_by_email', 'updated_by_phone', 'approved_by_email'],
    ...['assigned_to_email', 'assigned_to_user_id', 'assignee_email', 'requested_by_user_id', 'reviewed_user_id'],
  ])('takes the actor of %s for no owner', (name) => {
    expect(isOwnerName(name)).toBe(false);
    expect(holds(name).owner).toEqual([]);
  });

  it.each(['created_by_email', 'updated_by_phone', 'approved_by_full_name'])(
    'takes who did something, %s, for nothing personal',
    (name) => {
      expect(holds(name).personal).toEqual([]);
      expect(sensitivityOf('Thing', [field(name, 'string', 'email')]).personal).toEqual([]);
    },
  );

  it.each(['drug', 'visit_notes', 'lab_results', 'dosage', 'chief_complaint', 'treatment'])(
    'calls %s of a patient health data',
    (name) => {
      const of = (...others: string[]) =>
        sensitivityOf(
          'Visit',
          [...others, name].map((one) => field(one)),
        );
      expect(of('patient_id').regulated).toContain(name);
      expect(of('patientId').regulated).toContain(name);
      expect(of('customer_id').regulated).toEqual([]);
      expect(of().regulated).toEqual([]);
    },
  );

  it('names three fields of a patient at most, and asks for the patient himself', () => {
    const told = ['drug', 'dosage', 'treatment', 'symptom'].map((name) => field(name));
    expect(sensitivityOf('Visit', [...told, field('patient_ref')]).regulated).toEqual(['drug', 'dosage', 'treatment']);
    for (const other of ['inpatient_id', 'patient_id_type', 'patient'])
      expect(sensitivityOf('Visit', [...told, field(other)]).regulated).toEqual([]);
  });

  it('takes no flag, and no date of a visit, for health data', () => {
    const visit = [field('patient_id'), field('has_results', 'boolean'), field('visit_date'), field('room')];
    expect(sensitivityOf('Visit', visit).regulated).toEqual([]);
  });

  it.each([
    'Category',
    'ProductCatalog',
    'BlogPost',
    'FAQ',
    'AppSettings',
    'Plan',
    'SubscriptionPlan',
    'EmailTemplate',
    'MenuItem',
  ])('calls %s reference data', (entity) => {
    expect(sensitivityOf(entity, [field('title')]).reference).toBe(true);
  });

  it.each(['Order', 'ProductOrder', 'MealPlan', 'CalendarEvent', 'CourseEnrollment', 'Patient', 'PlanSubscription'])(
    'does not call %s reference data',
    (entity) => {
      expect(sensitivityOf(entity, [field('title')]).reference).toBe(false);
    },
  );

  it('does not call a catalogue reference data when it holds an owner or a secret', () => {
    expect(sensitivityOf('Product', [field('owner_id')]).reference).toBe(false);
    expect(sensitivityOf('Setting', [field('api_key')]).reference).toBe(false);
  });
});
