import type { Field, Sensitivity } from './types.js';
import { wordsOf } from './words.js';

/** Phrases of whole words; a field name matches a phrase that occurs in it as consecutive words. */
function phrases(list: string): readonly string[] {
  return list.split(',').map((phrase) => ` ${phrase.trim()} `);
}

const personal = phrases(
  'email, e mail, phone, telephone, mobile, mobile number, phone number, cell phone, cellphone, whatsapp, street, postal address, home address, ' +
    'street address, address line, address line1, address line2, address1, address2, mailing address, delivery address, shipping address, billing address, ' +
    'birth date, birthdate, date of birth, dob, birthday, full name, fullname, first name, firstname, last name, lastname, surname, ' +
    'maiden name, customer name, client name, patient name, guest name, contact name, gender, nationality, marital status, ' +
    'emergency contact, ip address, latitude, longitude, salary, income, ' +
    'correo electronico, telefono, teléfono, apellido, nachname, vorname, geburtsdatum, telefon, telefone, sobrenome, courriel',
);
const secret = phrases(
  'password, passwd, passphrase, password hash, secret, secret key, client secret, api key, apikey, private key, access token, refresh token, ' +
    'auth token, bearer token, session token, id token, invite token, reset token, magic token, login token, share token, device token, token, token hash, ' +
    'credential, credentials, webhook secret, signing key, encryption key, pin code, pin hash, otp, otp code, verification code, recovery codes, senha, contraseña, passwort',
);
const regulated = phrases(
  'diagnosis, diagnoses, medication, medications, prescription, allergy, allergies, blood type, blood pressure, medical history, medical condition, ' +
    'medical conditions, medical notes, medical record, medical record number, health condition, health conditions, health notes, symptom, symptoms, disability, ' +
    'insurance number, insurance id, insurance policy number, ssn, social security, social security number, national id, national id number, passport, passport number, ' +
    'tax id, tax number, tin, drivers license, driver license, driving license, license plate number, id number, identity number, card number, credit card, ' +
    'cvv, cvc, iban, bic, account number, bank account, routing number, sort code, cpf, rut, dni, curp, aadhaar, steuernummer',
);
const owner = phrases(
  'user id, user email, owner, owner id, owner email, owner user id, created by user id, author id, author email, member id, member email, ' +
    'customer id, customer email, client id, client email, student id, student email, patient id, patient email, employee id, employee email, ' +
    'seller id, buyer id, buyer email, recipient id, recipient email, sender id, sender email, profile id, account owner id, uid, userid',
);
/** Words that turn a match round: what is counted, configured, shown or tested is not the value itself. */
const harmlessEnd = new Set(
  'used count limit total usage max min remaining enabled disabled required verified status type label placeholder template templates subject sent at date url icon color format visible length size cost price balance expires expiry policy hint strength field fields domain body opt optin preference preferences consent notifications notification provider'.split(
    ' ',
  ),
);
const harmlessStart = new Set(
  'is has show hide send enable allow require requires use can needs num number max min default total has_'.split(' '),
);
/** `token` in these companies counts units or names a design value. */
const countedToken = / (?:input|output|prompt|completion|max|total|design|color|llm|ai|reward) tokens? /;

const referenceNames = new Set(
  (
    'category categories subcategory product products article articles post posts faq faqs setting settings config configuration template templates plan plans ' +
    'page pages banner banners slide slides tag tags country countries city cities region language currency rate rates menu course courses lesson lessons ' +
    'event events news content block blocks badge badges feature features topic topics genre brand brands color size help tip tips quote quotes ' +
    'testimonial testimonials gallery video videos recipe recipes service services resource resources song songs exercise exercises ' +
    'catalog catalogue glossary term terms announcement announcements option options type types definition definitions role roles level levels'
  ).split(' '),
);
/** An entity whose name ends so belongs to somebody, however its name starts (`ProductOrder`, `PlanSubscription`). */
const ownedNames = new Set(
  (
    'user users order orders subscription subscriptions member members customer customers client clients patient patients invoice invoices payment payments message messages ' +
    'log logs enrollment enrollments registration registrations request requests booking bookings application applications submission submissions response responses ' +
    'answer answers progress attempt attempts history session sessions assignment assignments entry entries record records lead leads contact contacts note notes'
  ).split(' '),
);

/** Judges an entity by the names of its fields and its own. Names are all a schema shows; values are never seen. */
export function sensitivityOf(entity: string, fields: readonly Field[]): Sensitivity {
  const named = (list: readonly string[], accepts: (field: Field) => boolean = holdsValue): string[] =>
    fields.filter((field) => accepts(field) && contains(field.name, list)).map(({ name }) => name);
  const holds = {
    personal: fields.filter((field) => isPersonal(field)).map(({ name }) => name),
    secret: named(secret, (field) => holdsText(field) && !countedToken.test(spaced(field.name))),
    regulated: named(regulated, (field) => holdsValue(field)),
    owner: fields.filter((field) => holdsText(field) && isOwnerName(field.name)).map(({ name }) => name),
  };
  const found = Object.values(holds).some((list) => list.length > 0);
  return { ...holds, reference: !found && isReferenceName(entity) };
}

function isPersonal(field: Field): boolean {
  return (
    holdsValue(field) && (contains(field.name, personal) || field.format === 'email' || isPlainAddress(field.name))
  );
}

/** `address`, `home_address`, but not `ip_address` (listed on its own), `wallet_address`, `web_address`. */
function isPlainAddress(name: string): boolean {
  return wordsOf(name).join(' ') === 'address';
}

/** Whether a field names a user to whom the row belongs. */
export function isOwnerName(name: string): boolean {
  const words = spaced(name);
  return owner.some((phrase) => words.endsWith(phrase)) && !words.startsWith(' created by ');
}

function holdsText(field: Field): boolean {
  return holdsValue(field) && field.type !== 'number' && field.type !== 'integer';
}

function holdsValue(field: Field): boolean {
  if (field.type === 'boolean') return false;
  const words = wordsOf(field.name);
  return !harmlessEnd.has(words.at(-1) ?? '') && !(words.length > 1 && harmlessStart.has(words[0] ?? ''));
}

function contains(name: string, list: readonly string[]): boolean {
  const words = spaced(name);
  return list.some((phrase) => words.includes(phrase));
}

function isReferenceName(entity: string): boolean {
  const last = wordsOf(entity).at(-1) ?? '';
  return referenceNames.has(last) && !ownedNames.has(last);
}

function spaced(name: string): string {
  return ` ${wordsOf(name).join(' ')} `;
}
