import { fieldOperators, type App, type Entity, type Operation, type RuleIssue } from '@base44-lint/model';
import { list, quoted } from '../judge/document.js';
import { nearest } from '../judge/nearest.js';
import { askers, type Problem } from './problems.js';

const verbs: Readonly<Record<Operation, string>> = { read: 'read', create: 'add', update: 'change', delete: 'delete' };

export function messageOf(app: App, entity: Entity, problem: Problem): string {
  const { issue, operations, outcome } = problem;
  const name = `\`${entity.name}\``;
  const rules = `the rule${operations.length > 1 ? 's' : ''} for ${list(quoted(operations))} of ${name}`;
  if (issue.kind === 'role') {
    const count = askers(app, issue.text);
    const asking = count > 1 ? `the rules of ${count} entities` : rules;
    return `Invitations give out the roles \`admin\` and \`user\` only, so ${asking} that ask${count === 1 && operations.length === 1 ? 's' : ''} for \`${issue.text}\` may let nobody in.`;
  }
  const why = causeOf(issue);
  switch (outcome) {
    case 'nobody':
      return `Nobody can ${list(
        operations.map((one) => verbs[one]),
        'or',
      )} rows of ${name}, because ${why}.`;
    case 'everybody':
      return `${capital(rules)} hold${operations.length > 1 ? '' : 's'} for every row, because ${why}.`;
    case 'alternative':
      return issue.effect === 'always'
        ? `A part of ${rules} holds for every row, because ${why}.`
        : `A part of ${rules} ${issue.effect === 'never' ? 'lets' : 'may let'} nobody in, because ${why}.`;
    default:
      return issue.kind === 'unconfirmed-operator' || issue.kind === 'bare-field' || issue.kind === 'built-in-field'
        ? `Whom ${rules} let${operations.length > 1 ? '' : 's'} in is not documented, because ${why}.`
        : `Nobody can tell whom ${rules} let${operations.length > 1 ? '' : 's'} in, because ${why}.`;
  }
}

function causeOf({ kind, text, expected }: RuleIssue): string {
  switch (kind) {
    case 'template':
      return `\`{{${text}}}\` is none of the values that rules fill in`;
    case 'expression':
      return 'rules fill in values and run no code in braces';
    case 'built-in-field':
      return `\`${expected}\` is built in and takes no \`data.\``;
    case 'unknown-field':
      return `\`${text}\` is no field of the schema`;
    case 'bare-field':
      return `\`${text}\` stands without \`data.\``;
    case 'operator':
      return `\`${text}\` is no operator of entity rules`;
    case 'unconfirmed-operator':
      return `\`${text}\` passes validation, but the documentation of rules does not name it`;
    case 'combinator':
      return `\`${text}\` combines no conditions; rules know \`$or\`, \`$and\` and \`$nor\``;
    case 'operand':
      return `\`${text}\` takes a list, and rules cannot look into other entities`;
    case 'user-operator':
      return `\`user_condition\` compares for equality and knows no \`${text}\``;
    case 'empty-user-condition':
      return '`user_condition` holds no condition';
    case 'attribute':
      return `users have no \`${text}\`; fields of your own are under \`data.\``;
    case 'mismatch':
      return expected === 'user.email'
        ? '`created_by` holds an e-mail address and is compared to an id'
        : '`created_by_id` holds an id and is compared to an e-mail address';
    default:
      if (text.startsWith('$')) return `\`${text}\` needs a list of conditions`;
      return `${text === '{}' ? '`{}`' : text} is no condition`;
  }
}

/** What was probably meant, as the text that belongs in the place; undefined where that is a guess. */
export function meantBy({ kind, text, expected }: RuleIssue, entity: Entity): string | undefined {
  switch (kind) {
    case 'template': {
      const close = nearest(text, ['user.id', 'user.email', 'user.role']);
      const meant = close ?? expected;
      return meant && `{{${meant}}}`;
    }
    case 'mismatch':
      return expected && `{{${expected}}}`;
    case 'built-in-field':
    case 'bare-field':
    case 'attribute':
      return expected;
    case 'unknown-field': {
      const names = entity.fields.map(({ name }) => name);
      const close = nearest(text.replace(/^data\./, ''), names);
      return close && `data.${close}`;
    }
    case 'operator':
      return nearest(text, fieldOperators);
    case 'combinator':
      return fieldOperators.includes(text) ? undefined : nearest(text, ['$or', '$and', '$nor', ...fieldOperators]);
    default:
      return undefined;
  }
}

export function adviceOf(problem: Problem, meant: string | undefined): string {
  const { kind, text } = problem.issue;
  if (kind === 'role')
    return 'Keep the role in a field of the user that only admins may write, and compare that; or name the role in the `role` field of the User schema if the app sets it otherwise.';
  if (kind === 'unknown-field' && /^(?:role|email|full_name)$/.test(text))
    return `To ask for an attribute of the user write \`"user_condition": { "${text}": … }\`.`;
  if (kind === 'unknown-field' && !meant)
    return 'Declare the field in `properties`, or compare one that the schema has.';
  if (kind === 'combinator' && fieldOperators.includes(text))
    return `Write \`${text}\` below the field that it is about: \`"data.field": { "${text}": … }\`.`;
  if (kind === 'operator' || kind === 'combinator' || kind === 'operand' || kind === 'expression') {
    const instead = meant ? `Did you mean \`${meant}\`? ` : '';
    return `${instead}Documented are equality, \`$in\`, \`$nin\`, \`$ne\` and \`$all\`; keep what a rule compares in the row itself.`;
  }
  if (kind === 'user-operator') return 'Write one `user_condition` for each value, joined by `$or`.';
  if (kind === 'unconfirmed-operator')
    return `Try with a second account what \`${text}\` does, or compare with \`$in\` or \`$ne\`.`;
  if (meant) return `Write \`${meant}\`, then try with a second account.`;
  return kind === 'template'
    ? 'Rules fill in `{{user.id}}`, `{{user.email}}`, `{{user.role}}` and `{{user.data.…}}`.'
    : 'Write a condition, `true` for everyone or `false` for nobody.';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
