import type { AppFinding } from '../finding.js';
import { listed } from '../judge/listed.js';
import { alsoAt } from '../judge/repeated.js';

/** A call that names fields which no schema declares. */
export interface Flaw {
  /** Entities and effect: flaws that differ in it are different faults. */
  readonly kind: string;
  readonly fields: readonly string[];
  readonly finding: AppFinding;
}

interface Group {
  readonly first: Flaw;
  readonly others: Flaw[];
}

/** One finding for each field that an app does not declare, at the call that names most such fields. */
export function gathered(flaws: readonly Flaw[]): readonly AppFinding[] {
  const groups: Group[] = [];
  const groupOf = new Map<string, Group>();
  for (const flaw of [...flaws].sort(bySureness)) {
    const keys = flaw.fields.map((field) => `${flaw.kind}\n${field}`);
    const fresh = keys.filter((key) => !groupOf.has(key));
    const group = fresh.length === 0 ? groupOf.get(keys[0] ?? '') : undefined;
    if (group) {
      group.others.push(flaw);
      continue;
    }
    const begun: Group = { first: flaw, others: [] };
    groups.push(begun);
    for (const key of fresh) groupOf.set(key, begun);
  }
  return groups.map(merged);
}

function bySureness(a: Flaw, b: Flaw): number {
  const unsure = ({ finding }: Flaw) => Number(finding.confidence === 'possible');
  return unsure(a) - unsure(b) || b.fields.length - a.fields.length;
}

function merged({ first, others }: Group): AppFinding {
  const finding = { ...first.finding, subject: [first.kind, ...[...first.fields].sort()].join(' ') };
  if (others.length === 0) return finding;
  const place = ({ finding: { file, span }, fields }: Flaw) => ({ file, ...span, fields });
  return {
    ...finding,
    message: finding.message.replace(
      /\.$/,
      `, as in ${others.length} other ${others.length === 1 ? 'call' : 'calls'}.`,
    ),
    evidence: [
      ...finding.evidence,
      ...alsoAt(
        { first: place(first), others: others.map(place) },
        (at) => `names ${listed(at.fields.map((field) => `\`${field}\``))} too`,
      ),
    ],
  };
}
