import {
  memberOf,
  operations,
  propertyOf,
  valueOf,
  type Entity,
  type JsonDocument,
  type Operation,
} from '@base44-lint/model';
import type { Edit, Suggestion } from '../finding.js';
import { list } from '../judge/document.js';
import { appendMembers, replaceNode } from '../judge/json-edits.js';
import type { Opening, Verdict } from './openings.js';

const ownerRule = { created_by_id: '{{user.id}}' };
const adminRule = { user_condition: { role: 'admin' } };
const verbs = { read: 'read', create: 'add', update: 'change', delete: 'delete' } as const;

/** Rewrites that close what is open. Each title says who loses access; none is offered where a comment would be lost. */
export function suggestionsFor(document: JsonDocument, entity: Entity, verdict: Verdict): readonly Suggestion[] {
  const { root, text } = document;
  const rls = propertyOf(root, 'rls')?.children?.[1];
  const whole = !rls || rls.type !== 'object' || (rls.children ?? []).length === 0;
  if (!root || root.type !== 'object' || repeats(root) || repeats(rls)) return [];
  if (!whole) return closing(document, entity, verdict);
  const put = (rules: object): readonly Edit[] | undefined => {
    if (!rls) return appendMembers(text, root, [['rls', rules]]);
    const edit = replaceNode(text, rls, rules);
    return edit && [edit];
  };
  const owner = put(Object.fromEntries(operations.map((operation) => [operation, ownerRule])));
  const owners = owner && {
    title: 'Let only the creator of a row read, change and delete it; everyone else, admins included, loses access',
    edits: owner,
  };
  if (verdict.content !== 'reference' && verdict.content !== 'plain') return owners ? [owners] : [];
  const edits = put({ create: adminRule, read: true, update: adminRule, delete: adminRule });
  // Rows whose reading would still be reported are not declared public by a click.
  const admins = edits && {
    title: 'Let everyone read and only admins write; all other users lose the right to add, change and delete',
    edits,
  };
  return [...(admins ? [admins] : []), ...(owners && verdict.content === 'plain' ? [owners] : [])];
}

/** Closes the open operations of rules that exist: as their siblings are, or for the creator of a row. */
function closing(document: JsonDocument, entity: Entity, { openings, content }: Verdict): readonly Suggestion[] {
  const rls = memberOf(document.root, 'rls')!;
  const done = openings.map(({ operation }) => operation);
  const suggestion = (title: string, rule: unknown): Suggestion[] => {
    const edits = close(document, openings, rule);
    return edits ? [{ title, edits }] : [];
  };
  const sibling = siblingOf(entity, openings);
  const model = sibling && memberOf(rls, sibling);
  const copied: unknown = model && valueOf(model);
  const like =
    sibling && model
      ? suggestion(
          `Let only those ${list(done.map((one) => verbs[one]))} rows who may ${verbs[sibling]} them; everyone else loses access`,
          copied,
        )
      : [];
  const isOwnerRule = JSON.stringify(copied) === JSON.stringify(ownerRule);
  const isCatalogue = content === 'reference' && done.some((one) => one !== 'create');
  return isOwnerRule || isCatalogue ? like : [...like, ...suggestion(ownerTitle(done), ownerRule)];
}

function ownerTitle(done: readonly Operation[]): string {
  const changes = done.filter((one) => one !== 'create').map((one) => verbs[one]);
  if (changes.length === 0) return 'Let only signed-in users add rows; visitors lose access';
  const adds = changes.length < done.length ? ', and only signed-in users add one' : '';
  return `Let only the creator of a row ${list(changes)} it${adds}; everyone else loses access`;
}

/** The operation whose rule suits the open ones: another write, or for writing the owner's rule of reading. */
function siblingOf(entity: Entity, open: readonly Opening[]): Operation | undefined {
  const isOpen = (operation: string) => open.some((opening) => opening.operation === operation);
  const usable = (['update', 'delete', 'create'] as const).find((operation) => {
    const { kind, viaWrite, everyUser } = entity.access[operation];
    return (
      !isOpen(operation) &&
      !viaWrite &&
      !everyUser &&
      (kind === 'owner' || kind === 'tenant' || kind === 'role' || kind === 'mixed')
    );
  });
  if (usable) return usable;
  const { read } = entity.access;
  return !isOpen('read') && (read.kind === 'owner' || read.kind === 'role') && !read.everyUser ? 'read' : undefined;
}

function close({ root, text }: JsonDocument, open: readonly Opening[], rule: unknown): readonly Edit[] | undefined {
  const rls = memberOf(root, 'rls')!;
  const keys = new Set(open.map(({ operation, access }) => (access.viaWrite ? 'write' : operation)));
  const present = [...keys].filter((key) => memberOf(rls, key));
  const absent = [...keys].filter((key) => !memberOf(rls, key)).map((key) => [key, rule] as const);
  const replaced = present.map((key) => replaceNode(text, memberOf(rls, key)!, rule));
  if (replaced.some((edit) => !edit)) return undefined;
  return [...(replaced as Edit[]), ...(absent.length > 0 ? appendMembers(text, rls, absent) : [])];
}

/** With a repeated key it is not sure which one an edit would reach. */
function repeats(object: ReturnType<typeof memberOf>): boolean {
  const keys = (object?.type === 'object' ? (object.children ?? []) : []).map((one) =>
    String(one.children?.[0]?.value),
  );
  return new Set(keys).size < keys.length;
}
