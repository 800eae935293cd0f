import type { CreditSpend } from '../../result/credits.js';
import type { Way } from './ways.js';

/** What a run pays for, and on which way. */
export interface Paid {
  readonly spend: CreditSpend;
  /** From the start to the call itself. */
  readonly way: readonly Way[];
}

/** A run pays for all of some things, and for one of others: the arms of a branch. */
export type RunTree =
  | { readonly kind: 'spend'; readonly spend: CreditSpend }
  | { readonly kind: 'all' | 'one'; readonly of: readonly RunTree[] };

export function runTree(paid: readonly Paid[]): RunTree {
  return ofStep(paid, 0);
}

/** @param depth Calls on the way that all of these have in common. */
function ofStep(paid: readonly Paid[], depth: number): RunTree {
  const ended = paid.filter(({ way }) => way.length === depth);
  const steps = new Map<string, Paid[]>();
  for (const one of paid.filter(({ way }) => way.length > depth)) {
    const { key } = one.way[depth]!;
    steps.set(key, [...(steps.get(key) ?? []), one]);
  }
  const next = [...steps.values()].map((group) => ({
    arms: group[0]!.way[depth]!.arms,
    tree: ofStep(group, depth + 1),
  }));
  return all([...ended.map(({ spend }): RunTree => ({ kind: 'spend', spend })), ...byBranch(next)]);
}

interface Branched {
  readonly arms: Way['arms'];
  readonly tree: RunTree;
}

/** What stands in no branch, and for each outermost branch one of its arms. */
function byBranch(steps: readonly Branched[]): RunTree[] {
  const branches = new Map<number, Map<number, Branched[]>>();
  for (const step of steps) {
    const [outermost, ...inner] = step.arms;
    if (!outermost) continue;
    const [branch, arm] = outermost;
    const arms = branches.get(branch) ?? new Map<number, Branched[]>();
    arms.set(arm, [...(arms.get(arm) ?? []), { ...step, arms: inner }]);
    branches.set(branch, arms);
  }
  return [
    ...steps.flatMap(({ arms, tree }) => (arms.length === 0 ? [tree] : [])),
    ...[...branches.values()].map((arms): RunTree => {
      const alternatives = [...arms.values()].map((inner) => all(byBranch(inner)));
      return alternatives.length === 1 ? alternatives[0]! : { kind: 'one', of: alternatives };
    }),
  ];
}

function all(of: readonly RunTree[]): RunTree {
  return of.length === 1 ? of[0]! : { kind: 'all', of };
}

/** The spends that stand in one of several arms. */
export function alternativesIn(tree: RunTree, inside = false): CreditSpend[] {
  if (tree.kind === 'spend') return inside ? [tree.spend] : [];
  return tree.of.flatMap((one) => alternativesIn(one, inside || tree.kind === 'one'));
}
