import { describe, expect, it } from 'vitest';
import { sensitivityOf } from './sensitivity.js';
import { isBusinessField, isCatalogue, isLetterhead, isPrintedField, isThing } from './things.js';
import type { Field } from './types.js';

const field = (name: string, type = 'string'): Field => ({ name, type, place: { file: '', start: 0, end: 0 } });
const fields = (names: string): Field[] => names.split(' ').map((name) => field(name));

describe('isThing', () => {
  it.each([
    'Organization',
    'Company',
    'ManagementCompany',
    'Venues',
    'Companies',
    'DanceSchool',
    'AppSettings',
    'TenantBranding',
  ])('knows %s by its name', (entity) => {
    expect(isThing(entity, fields('name email'))).toBe(true);
  });

  it.each(['CompanyMember', 'StoreOrder', 'ClinicPatient', 'Lead', 'Customer', 'Profile'])(
    'does not take %s for one',
    (entity) => {
      expect(isThing(entity, fields('name email phone'))).toBe(false);
    },
  );

  it('knows by its shape what has a name and presents itself', () => {
    expect(isThing('Sponsor', fields('name logo_url website email'))).toBe(true);
    expect(isThing('Sponsor', fields('name website email'))).toBe(false);
    expect(isThing('Sponsor', fields('title logo_url website email'))).toBe(false);
  });

  it.each(['first_name', 'last_name', 'birth_date', 'date_of_birth', 'gender', 'home_phone', 'emergency_contact'])(
    'takes nothing with %s for a thing',
    (trait) => {
      expect(isThing('Club', fields(`name slug logo ${trait}`))).toBe(false);
    },
  );
});

describe('isLetterhead', () => {
  it.each(['PDFTemplate', 'InvoiceSettings', 'Letterhead'])('knows %s with the logo of the firm', (entity) => {
    expect(isLetterhead(entity, fields('company_name logo_url bank_iban contact_email'))).toBe(true);
  });

  it.each([
    ['PDFTemplate', 'template_name bank_iban contact_email'],
    ['Supplier', 'name logo_url bank_iban'],
    ['ProfileSettings', 'first_name logo_url bank_iban'],
  ])('does not take %s with %s for one', (entity, names) => {
    expect(isLetterhead(entity, fields(names))).toBe(false);
  });

  it('what is printed on it is no secret of a person', () => {
    const printed = fields('company_name logo_url contact_phone contact_email bank_name bank_iban bank_bic');
    expect(sensitivityOf('PDFTemplate', printed)).toMatchObject({ personal: [], regulated: [], secret: [] });
    const more = sensitivityOf('InvoiceSettings', fields('logo_url api_key customer_iban diagnosis'));
    expect(more).toMatchObject({ secret: ['api_key'], regulated: ['customer_iban', 'diagnosis'] });
  });

  it.each(['bank_iban', 'iban', 'company_bic', 'bank_account_number', 'contact_email'])('%s is printed', (name) => {
    expect(isPrintedField(name)).toBe(true);
  });

  it.each(['customer_iban', 'employee_bank_account', 'diagnosis'])('%s is not', (name) => {
    expect(isPrintedField(name)).toBe(false);
  });
});

describe('isBusinessField', () => {
  it.each(['address', 'email', 'contact_phone', 'zip_code', 'tax_id', 'vat_number', 'legal_name', 'owner_name', 'fax'])(
    'says that %s is published by a business',
    (name) => {
      expect(isBusinessField(name)).toBe(true);
    },
  );

  it.each(['ownerName', 'fullname', 'telephone', 'Whatsapp'])('says so of %s in any spelling', (name) => {
    expect(isBusinessField(name)).toBe(true);
  });

  it.each(['owner_name_hash', 'coowner_name', 'legal_names'])(
    'does not say so of %s, which only has it inside',
    (name) => {
      expect(isBusinessField(name)).toBe(false);
    },
  );

  it.each(['salary', 'customer_name', 'ssn', 'iban', 'diagnosis', 'guest_name'])('does not say so of %s', (name) => {
    expect(isBusinessField(name)).toBe(false);
  });
});

describe('isCatalogue', () => {
  it.each([
    ['offers', 'name description price image_url'],
    ['offers of one organisation', 'organization_id name description price'],
    ['texts', 'title slug content language'],
    ['opening hours', 'label opening_hours closing_hours'],
    ['three fields', 'name price image'],
    ['words that end in those of a key', 'reorg_id_label name price'],
    ['one field in seven of another kind', 'name price image icon color slug supplier'],
  ])('takes %s for one', (_, names) => {
    expect(isCatalogue(fields(names))).toBe(true);
  });

  it.each([
    ['fewer than three fields', 'name price'],
    ['fewer than three beside the key', 'org_id name price'],
    ['fewer than three beside a key in camel case', 'organisationId name price'],
    ['fewer than three beside a key with a prefix', 'home_store_id name price'],
    ['a customer', 'name price image customer_id'],
    ['something due', 'title description due_date'],
    ['notes', 'title description color notes'],
    ['a total', 'title price total'],
    ['who made it', 'title price owner'],
    ['two fields in seven of another kind', 'name price image icon color supplier origin'],
  ])('does not take rows with %s for one', (_, names) => {
    expect(isCatalogue(fields(names))).toBe(false);
  });

  it('counts switches as description', () => {
    expect(isCatalogue([...fields('name price'), field('vegan', 'boolean')])).toBe(true);
    expect(isCatalogue([...fields('name price'), field('vegan')])).toBe(false);
  });
});

describe('what this means for the data', () => {
  it('keeps contacts of organisations apart from those of people', () => {
    expect(sensitivityOf('Supplier', fields('name email tax_id'))).toMatchObject({ personal: [], regulated: [] });
    expect(sensitivityOf('Buyer', fields('name email tax_id'))).toMatchObject({
      personal: ['email'],
      regulated: ['tax_id'],
    });
  });

  it('still finds what no organisation publishes', () => {
    expect(sensitivityOf('Clinic', fields('name api_key iban salary'))).toMatchObject({
      personal: ['salary'],
      secret: ['api_key'],
      regulated: ['iban'],
    });
  });

  it('calls a catalogue reference data by its fields, whatever its name', () => {
    const catalogue = fields('name description price image_url');
    expect(sensitivityOf('Zumba', catalogue).reference).toBe(true);
    expect(sensitivityOf('Zumba', [...catalogue, field('api_key')]).reference).toBe(false);
    expect(sensitivityOf('Zumba', [...catalogue, field('user_id')]).reference).toBe(false);
  });
});
