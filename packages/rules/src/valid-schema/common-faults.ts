import type { JsonDocument } from '@base44-lint/model';
import type { Node } from 'jsonc-parser';
import { membersOf } from '../judge/document.js';
import { nearest } from '../judge/nearest.js';
import type { Fault } from './fault.js';
import { otherKeys } from './known.js';

/** Keys that stand twice in an object: only the last one counts. */
export function* duplicateKeys(root: Node | undefined, underRules = false): Generator<Fault> {
  if (root?.type === 'object') {
    const last = new Map(membersOf(root).map(({ name, key }) => [name, key] as const));
    for (const { name, key } of membersOf(root)) {
      if (last.get(name) === key) continue;
      yield {
        key: `duplicate ${name} ${root.offset}`,
        node: key,
        severity: underRules || name === 'rls' ? 'medium' : 'low',
        confidence: 'certain',
        message: `\`${name}\` stands more than once in this object, and what is written here does not count.`,
        advice: 'Keep one of them; only the last one is read.',
      };
    }
  }
  for (const child of root?.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
    yield* duplicateKeys(value, underRules || key?.value === 'rls');
  }
}

/** Slips in the keys of agents, workflows and settings; keys that resemble none may be newer than our list. */
export function* slips({ kind, root }: JsonDocument): Generator<Fault> {
  const known = otherKeys[kind];
  if (!known) return;
  const present = new Set(membersOf(root).map(({ name }) => name));
  for (const { key, name } of membersOf(root)) {
    const meant = known.has(name) ? undefined : nearest(name, known);
    if (meant === undefined || present.has(meant)) continue;
    yield {
      key: `key ${name}`,
      node: key,
      severity: 'low',
      confidence: 'likely',
      message: `\`${name}\` is no key of this file; \`${meant}\` probably was meant, and has no effect so far.`,
      advice: `Write \`${meant}\`, or leave the key out.`,
    };
  }
}
