import { operations, type Access, type App, type Entity, type Operation } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { ruleStateOf } from '../judge/entity.js';
import { isLinkToken, isTokenHash } from '../judge/token-kind.js';
import { milder, worse, type Content } from '../judge/read-severity.js';
import { openSeverity, type Stranger } from './severity.js';

/** An operation that others may perform on everyone's rows. */
export interface Opening {
  readonly operation: Operation;
  readonly access: Access;
  readonly severity: Severity;
}

export interface Verdict {
  /** Worst first; of equal ones reading first, adding last. */
  readonly openings: readonly Opening[];
  readonly content: Content;
  readonly by: Stranger;
  readonly severity: Severity;
}

const order: readonly Operation[] = ['read', 'update', 'delete', 'create'];
/** Verdicts of rules that somebody wrote to keep people apart. */
const locked = new Set<Access['kind']>(['owner', 'tenant', 'role', 'mixed', 'blocked', 'never', 'public-part']);

/** What is open of an entity and how bad that is; undefined where nothing is. */
export function verdictOf(app: App, entity: Entity, isPublic: ReadonlySet<string>): Verdict | undefined {
  const told = contentOf(app, entity.name);
  const content = told === 'secret' && onlyLinks(entity) ? 'personal' : told;
  const by = app.visibility === 'public' ? 'public' : 'signed-in';
  const isLocked = (one: Operation) => {
    const access = entity.access[one];
    // Whoever adds a row is its creator, so an owner's rule for adding keeps nobody out.
    const isVoid = one === 'create' && access.kind === 'owner';
    return locked.has(access.kind) && ruleStateOf(access) !== 'open' && !isVoid;
  };
  const othersLocked = operations.some(isLocked);
  const openings = operations.flatMap((operation): Opening[] => {
    const access = entity.access[operation];
    if (ruleStateOf(access) !== 'open' || (operation === 'read' && isPublic.has(entity.name))) return [];
    const everyUser = access.kind !== 'open';
    const severity = openSeverity({
      operation,
      by: everyUser ? 'signed-in' : by,
      content,
      othersLocked: operation === 'read' ? changesLocked(isLocked) : othersLocked,
      deliberate: access.shape === 'true' || everyUser,
    });
    if (!severity) return [];
    return [{ operation, access, severity: everyUser ? milder(severity) : severity }];
  });
  if (openings.length === 0) return undefined;
  const severity = openings.map((opening) => opening.severity).reduce(worse);
  openings.sort((one, two) => rank(one, two) || order.indexOf(one.operation) - order.indexOf(two.operation));
  return { openings, content, by, severity };
}

/** Links to single rows and hashes are all that is secret: whoever reads them gets no further than to rows of others. */
function onlyLinks({ holds: { secret } }: Entity): boolean {
  return secret.every((field) => isLinkToken(field) || isTokenHash(field));
}

function changesLocked(isLocked: (operation: Operation) => boolean): boolean {
  return isLocked('update') && isLocked('delete');
}

function rank(one: Opening, two: Opening): number {
  if (one.severity === two.severity) return 0;
  return worse(one.severity, two.severity) === one.severity ? -1 : 1;
}
