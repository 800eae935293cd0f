import { isDemo, isOnPlatform, personalFieldsOf } from '@base44-lint/rules';
import type { ReadinessInput } from '../input.js';
import { childrensData } from './children.js';
import { sensitiveContent, type Content, type Held } from './content.js';
import { listed, when, type Evidence, type Seen, type Witness } from './evidence.js';
import { accountData } from './accounts.js';
import { lawsOf } from './laws.js';

const criterion = 'data-sensitivity';
const rules = ['no-sensitive-field', 'require-entity-rules'];

/** What the schemas say about the people that the app knows. */
export const dataSensitivity: Witness = (input) => {
  const held = sensitiveContent(input.app);
  return [
    ...worst(held),
    ...children(input),
    ...europeans(input),
    ...personal(input),
    ...accounts(input),
    ...unseen(input),
  ];
};

const lowest: Readonly<Record<Exclude<Content, 'doubtful' | 'health'>, readonly [kind: string, what: string]>> = {
  patient: ['patient-data', 'health data of patients'],
  card: ['card-data', 'card numbers'],
  'card-code': ['card-data', 'card numbers with their security codes'],
  bank: ['bank-details', 'bank details of people'],
  identity: ['identity-numbers', 'identity numbers of people'],
};

function worst(held: readonly Held[]): readonly Evidence[] {
  const of = (content: Content): readonly Held[] => held.filter((one) => one.content === content);
  const capped = (Object.keys(lowest) as (keyof typeof lowest)[]).flatMap((content) => {
    const seen = of(content);
    const [kind, what] = lowest[content];
    const reason = `Entities hold ${what} (${listed(seen.map(({ entity }) => entity))}), which level 0 describes.`;
    return when({ criterion, kind, cap: 0, confidence: 'likely', reason, seen, rules });
  });
  const health = of('health');
  const doubtful = of('doubtful');
  return [
    ...capped,
    ...when({
      criterion,
      kind: 'health-data',
      cap: 1,
      confidence: 'likely',
      reason: `Entities hold health data of people (${listed(health.map(({ entity }) => entity))}): regulated at least as level 1 says, and level 0 where a provider of care uses the app.`,
      seen: health,
      rules,
    }),
    ...when({
      criterion,
      kind: 'sensitive-names',
      cap: null,
      confidence: 'possible',
      reason: `Fields of ${listed(doubtful.map(({ entity }) => entity))} are named like health data, card, bank or identity numbers and may as well mean something else; if they do not, the level is 0.`,
      seen: doubtful,
      rules,
    }),
  ];
}

function children({ app }: ReadinessInput): readonly Evidence[] {
  const reason = 'The schemas hold data about children, which level 1 describes.';
  return when({
    criterion,
    kind: 'childrens-data',
    cap: 1,
    confidence: 'likely',
    reason,
    seen: childrensData(app),
    rules,
  });
}

/** An app built to serve rights of the GDPR holds data of EU residents, if it holds data of people at all. */
function europeans(input: ReadinessInput): readonly Evidence[] {
  const laws = lawsOf(input).filter(({ law }) => law === 'gdpr');
  if (personalFields(input).length === 0) return [];
  const built = laws.filter(({ by }) => by === 'built');
  const stated = laws.filter(({ by }) => by === 'stated');
  return [
    ...when({
      criterion,
      kind: 'gdpr-built',
      cap: 1,
      confidence: 'likely',
      reason:
        'The app holds personal data and has parts made for the GDPR, so it holds data of EU residents (level 1).',
      seen: built,
      rules: [],
    }),
    ...when({
      criterion,
      kind: 'gdpr-stated',
      cap: null,
      confidence: 'possible',
      reason: 'The privacy page speaks of the GDPR; if EU residents do use the app, the level is 1.',
      seen: stated,
      rules: [],
    }),
  ];
}

function personalFields({ app }: ReadinessInput): readonly (Seen & { readonly entity: string })[] {
  return Object.values(app.entities)
    .filter((entity) => isOnPlatform(app, entity.name) && !isDemo(entity))
    .flatMap((entity) => {
      const names = new Set(personalFieldsOf(entity));
      // The platform keeps name and address of every account; what an app adds to them counts.
      const own = entity.fields.filter(({ name }) => names.has(name) && !(entity.name === 'User' && isBuiltIn(name)));
      return own.map(({ name, place }) => ({ entity: entity.name, note: `\`${entity.name}.${name}\``, place }));
    })
    .filter(({ note }) => !/\.(?:ip|ip_?address)`$/i.test(note));
}

function isBuiltIn(name: string): boolean {
  return name === 'email' || name === 'full_name' || name === 'name';
}

function personal(input: ReadinessInput): readonly Evidence[] {
  const seen = personalFields(input);
  const reason = `Entities hold personal data beyond the sign-in account (${listed(seen.map(({ entity }) => entity))}), which level 2 describes.`;
  return when({ criterion, kind: 'personal-data', cap: 2, confidence: 'likely', reason, seen, rules });
}

function accounts(input: ReadinessInput): readonly Evidence[] {
  return when({
    criterion,
    kind: 'account-data',
    cap: 3,
    confidence: 'likely',
    reason: 'Rows belong to accounts or organisations, so the data is not only anonymous or aggregated.',
    seen: accountData(input),
    rules: ['require-tenant-filter', 'require-entity-rules'],
  });
}

/** What has no schema in the export may hold anything. */
function unseen({ app }: ReadinessInput): readonly Evidence[] {
  const missing = (app.used?.entities ?? []).filter((name) => !Object.hasOwn(app.entities, name));
  return when({
    criterion,
    kind: 'missing-schemas',
    cap: null,
    confidence: 'possible',
    reason: 'The code uses entities that have no schema in this export, and what they hold cannot be seen.',
    seen: missing.map((name) => ({ note: `\`${name}\``, place: null })),
    rules: ['no-unknown-entity'],
  });
}
