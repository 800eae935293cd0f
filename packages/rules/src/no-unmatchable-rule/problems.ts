import { operations, type Access, type App, type Entity, type Operation, type RuleIssue } from '@base44-lint/model';

/** The same fault in the rules of one entity: its places and the operations that it concerns. */
export interface Problem {
  /** First place; the others are in `places`. */
  readonly issue: RuleIssue;
  readonly places: readonly RuleIssue['place'][];
  readonly operations: readonly Operation[];
  /** What the fault does to those operations. */
  readonly outcome: 'nobody' | 'everybody' | 'unclear' | 'alternative';
}

const order: readonly Operation[] = ['read', 'update', 'delete', 'create'];
const severities: readonly Problem['outcome'][] = ['everybody', 'nobody', 'unclear', 'alternative'];

export function problemsOf(app: App, entity: Entity): readonly Problem[] {
  const groups = new Map<string, { issue: RuleIssue; operation: Operation; outcome: Problem['outcome'] }[]>();
  for (const operation of order) {
    const access = entity.access[operation];
    for (const issue of access.issues ?? []) {
      if (issue.kind === 'role' && !isFirstToAsk(app, entity, issue.text)) continue;
      const key = `${issue.kind} ${issue.text}`;
      const group = groups.get(key) ?? [];
      group.push({ issue, operation, outcome: outcomeOf(issue, access) });
      groups.set(key, group);
    }
  }
  return [...groups.values()].map((group) => {
    const outcome = severities.find((one) => group.some((member) => member.outcome === one)) ?? 'unclear';
    const concerned = group.filter((member) => member.outcome === outcome);
    const all = group.map(({ issue }) => issue.place).toSorted((one, two) => one.start - two.start);
    return {
      issue: concerned.toSorted((one, two) => one.issue.place.start - two.issue.place.start)[0]!.issue,
      places: all.filter(({ start }, index) => start !== all[index - 1]?.start),
      operations: [...new Set(concerned.map(({ operation }) => operation))],
      outcome,
    };
  });
}

function outcomeOf({ effect, alternative }: RuleIssue, { kind }: Access): Problem['outcome'] {
  if (effect === 'always') return kind === 'public-part' && !alternative ? 'everybody' : 'alternative';
  if (effect === 'never') return kind === 'never' ? 'nobody' : 'alternative';
  return alternative ? 'alternative' : 'unclear';
}

/** A role that nobody is given is one question about the app, not one for each of its rules. */
function isFirstToAsk(app: App, entity: Entity, role: string): boolean {
  const declared = app.entities['User']?.fields.find(({ name }) => name === 'role')?.enumValues;
  if (declared?.includes(role)) return false;
  const asking = Object.values(app.entities)
    .filter((other) => asks(other, role))
    .map(({ file }) => file)
    .toSorted();
  return asking[0] === undefined || asking[0] === entity.file;
}

/** How many entities ask for a role. */
export function askers(app: App, role: string): number {
  return Object.values(app.entities).filter((entity) => asks(entity, role)).length;
}

function asks(entity: Entity, role: string): boolean {
  return operations.some((operation) => entity.access[operation].roles.includes(role));
}
