import type { Sensitivity } from './types.js';

export type Kinds<T> = Record<keyof Omit<Sensitivity, 'reference'>, T>;

/**
 * Names are all that a schema shows of what its rows hold. A field counts when its name *ends* with one of these
 * phrases: `home_phone` is a phone number, `phone_verified` and `email_template` are not.
 */
export const phrases: Kinds<readonly string[]> = {
  personal: [
    'email, e mail, mail address, email address, phone, telephone, mobile, cell, cellphone, whatsapp, fax',
    'address, street, zip code, postal code, ip, ip address, home latitude, home longitude, current latitude, current longitude',
    'birth date, birthdate, birthday, date of birth, dob, gender, sex, nationality, ethnicity, religion, marital status, salary, base salary, gross pay, net pay, hourly rate, pay rate',
    'full name, fullname, first name, firstname, last name, lastname, surname, maiden name, legal name, emergency contact',
    'customer name, client name, patient name, guest name, contact name, donor name, voter name, student name, employee name',
    'participant name, attendee name, passenger name, parent name, child name, tenant name, defendant name, applicant name',
    'correo, correo electronico, telefono, teléfono, apellido, apellidos, telefone, sobrenome, courriel, prenom, prénom',
    'vorname, nachname, geburtsdatum, telefon, telefonnummer',
  ],
  secret: [
    'api keys, apikeys, secret keys, secrets, passwords, private keys, access tokens, refresh tokens, password, passwd, passphrase, password hash, pin hash, pin code, secret, secret key, client secret, api key, apikey, private key',
    'service key, signing key, encryption key, access key, license key, token, otp, otp code, verification code, recovery codes, backup codes',
    'credentials json, key hash, token hash, login credentials, api credentials, smtp credentials, senha, contraseña, passwort',
  ],
  regulated: [
    'diagnosis, diagnoses, medication, medications, prescription, allergy, allergies, blood type, blood group, blood pressure, symptoms',
    'medical history, medical condition, medical conditions, medical record number, health condition, health conditions, disability, mrn',
    'insurance number, insurance id, insurance member id, insurance policy number, ssn, social security, social security number',
    'national id, passport, id number, identity number, tax id, tax number, drivers license, driver license, driving license',
    'card number, credit card, cvv, cvc, iban, bank account, account number, routing number, sort code, cpf, rut, dni, curp, aadhaar',
  ],
  owner: [
    'user, user id, userid, uid, user email, owner, owner id, owner email, author id, author email, member id, member email, profile id',
    'customer id, customer email, client id, client email, student id, student email, patient id, patient email',
    'driver id, driver email, worker id, candidate id, applicant id, subscriber id, employee id, employee email, seller id, buyer id, buyer email, recipient id, recipient email, sender id, sender email',
  ],
};

/** What may follow the phrase without changing what the field holds; an owner's name ends where the phrase ends. */
export const trailing: Kinds<readonly string[]> = {
  personal: '1 2 3 number code line line1 line2 text list cache primary secondary alt amount encrypted raw value'.split(
    ' ',
  ),
  secret: '1 2 3 encrypted hashed raw value text'.split(' '),
  regulated: '1 2 3 number code codes text notes details summary list cache encrypted raw value'.split(' '),
  owner: [],
};
/** A first word that makes the field say something *about* the value. */
export const aboutValue = new Set(
  'is has show hide send enable allow require requires use can needs num max min total looking'.split(' '),
);
/** The word before the phrase that makes it no person's, no credential, no owner. */
export const foreign: Kinds<readonly string[]> = {
  personal:
    'support company business organization organisation org institution store shop restaurant clinic hotel venue site website web app system smtp noreply resend wallet contract mac from to reply'.split(
      ' ',
    ),
  secret:
    'sync page next cursor continuation input output prompt completion max total reward llm ai design color csrf queue lock number'.split(
      ' ',
    ),
  regulated: [],
  owner:
    'stripe square paypal hubspot salesforce external api oauth google facebook ai bot sms virtual risk company deployment converted head'.split(
      ' ',
    ),
};

/** Entities whose rows everyone may see by their nature, by the last words of their names. */
export const referenceNames = [
  'category, categories, subcategory, product, products, menu item, catalog item, catalog, catalogue, price list, pricing, inventory item',
  'article, post, posts, blog, faq, faqs, faq item, news, page, content, block, banner, slide, announcement, tip, glossary, term, terms',
  'setting, settings, config, configuration, option, template, status definition, definition, type, level, rate, currency, language',
  'country, city, region, tag, tags, brand, genre, topic, badge, feature, gallery, video, song, recipe, exercise, course, lesson, testimonial',
  'service, resource, role, subscription plan, pricing plan, price plan, membership plan, public event',
].flatMap((list) => list.split(', '));
/** Names that mean a catalogue only by themselves: `Plan` is one, `MealPlan` is somebody's. */
export const referenceAlone = new Set(['plan', 'plans', 'event', 'events']);
