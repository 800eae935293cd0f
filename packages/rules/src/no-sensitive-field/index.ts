import { isRecord, type App, type Entity, type Field } from '@base44-lint/model';
import type { RuleFinding, Severity } from '../finding.js';
import { list, quoted, within } from '../judge/document.js';
import { ruleEvidence, ruleStateOf } from '../judge/entity.js';
import { isOnPlatform } from '../judge/platform.js';
import { whoReads } from '../judge/reader.js';
import { defineRule } from '../rule.js';
import { isGrave, limitationOf, sensitiveFields, weightOf, type Kind } from './kinds.js';
import { contentOf } from '../judge/content.js';

interface Options {
  /** Fields whose content is agreed to be kept here. */
  readonly allow: readonly string[];
}

const kindNames: Readonly<Record<Kind, string>> = {
  health: 'health data',
  card: 'card data',
  bank: 'bank details',
  identity: 'identity numbers',
  credential: 'credentials',
};

export const rule = defineRule<Options>({
  meta: {
    name: 'no-sensitive-field',
    description:
      'disallow health, card, bank, identity and credential fields where everyone may read them, and list them elsewhere',
    limitations: ['comp-no-hipaa', 'comp-pci', 'sec-no-vault', 'data-default-open'],
    preset: 'strict',
    since: '0.2.0',
    severities: ['high', 'medium', 'low', 'info'],
    cwe: 'CWE-359',
    precision: 'high',
    words: [],
    related: ['require-entity-rules', 'no-hardcoded-secret'],
    schema: {
      type: 'object',
      properties: {
        allow: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description:
            'Fields whose content may be kept in entities: `field` for all entities or `Entity.field` for one.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { allow: [] },

  *checkJson({ app, document: { entity }, options }) {
    if (!entity) return;
    const allowed = new Set(options.allow);
    const isAllowed = ({ name }: Field) => allowed.has(name) || allowed.has(`${entity.name}.${name}`);
    const kinds = [...sensitiveFields(entity)].flatMap(([kind, fields]) => {
      const left = fields.filter((field) => !isAllowed(field));
      return left.length > 0 ? [[kind, left] as const] : [];
    });
    const fields = kinds.flatMap(([, some]) => some).toSorted((one, two) => one.place.start - two.place.start);
    const [first] = fields;
    if (!first) return;
    // `notes` beside a patient may be anything.
    const isVague = kinds.every(([kind, some]) => some.every((field) => weightOf(kind, field) === 'vague'));
    const isOpen = ruleStateOf(entity.access.read) === 'open' && fields.some((field) => !isHidden(field));
    const names = kinds.map(([kind]) => kind);
    yield {
      severity: contentOf(app, entity.name) === 'reference' ? 'info' : (isOpen ? openSeverity : closedSeverity)(kinds),
      confidence: isOnPlatform(app, entity.name) && !isVague ? 'likely' : 'possible',
      message: messageOf(app, entity, isVague ? 'may hold' : 'holds', names, fields, isOpen),
      span: within(first.place),
      evidence: [
        ...ruleEvidence(entity.access.read),
        ...fields
          .slice(1)
          .map(({ place, name }): RuleFinding['evidence'][number] => ({ ...place, note: `\`${name}\`` })),
      ],
      advice: names
        .slice(0, 2)
        .map((kind) => adviceFor[kind])
        .join(' '),
      suggestions: [],
      limitations: [...new Set(names.map((kind) => limitationOf[kind]))],
    };
  },
});

/** A rule of the field itself that keeps it back although the row is read. */
function isHidden({ rls }: Field): boolean {
  if (!isRecord(rls)) return false;
  const read = rls['read'];
  return read === false || (isRecord(read) && Object.keys(read).length > 0);
}

type Found = readonly (readonly [Kind, readonly Field[]])[];

/** Tax numbers of firms, link tokens and notes weigh less than what nobody would publish. */
function openSeverity(kinds: Found): Severity {
  return kinds.some(([kind, fields]) => fields.some((field) => isGrave(kind, field))) ? 'high' : 'medium';
}

/** A note for whoever answers for the data; cards and keys are better kept elsewhere however well the row is locked. */
function closedSeverity(kinds: Found): Severity {
  const isMisplaced = kinds.some(
    ([kind, fields]) =>
      kind === 'card' || (kind === 'credential' && fields.some((field) => weightOf(kind, field) === 'certain')),
  );
  return isMisplaced ? 'low' : 'info';
}

function messageOf(
  app: App,
  entity: Entity,
  holds: string,
  kinds: readonly Kind[],
  fields: readonly Field[],
  isOpen: boolean,
): string {
  const shown = quoted(fields.slice(0, 4).map(({ name }) => name));
  const named = list(fields.length > 4 ? [...shown.slice(0, 3), `${fields.length - 3} more`] : shown);
  const held = `\`${entity.name}\` ${holds} ${list(kinds.map((kind) => kindNames[kind]))} in ${named}`;
  if (!isOpen) return `${held}, which whoever operates the app answers for.`;
  const who = whoReads(app, app.visibility === 'public' && entity.access.read.kind === 'open' ? 'public' : 'signed-in');
  return `${held}, and its rules let ${who} read them.`;
}

const adviceFor: Readonly<Record<Kind, string>> = {
  health: 'Base44 publishes no agreement for health data (BAA): keep it elsewhere where the law asks for one.',
  card: 'Leave card data to a payment provider and keep its reference; a security code may never be stored.',
  bank: 'Keep the reference of a payment provider in place of the number, and let only the owner of a row and the staff who pay read it.',
  identity:
    'Keep the number only as long as it is needed, and let only the owner of a row and the staff who check it read it.',
  credential:
    'Keep keys of the app in its secrets (`Deno.env.get` in a function), and those of users behind a function that never returns them.',
};
