import type { JsonDocument, Span } from '@base44-lint/model';
import { textOfNode } from '@base44-lint/model';

type Node = NonNullable<JsonDocument['root']>;

/** Texts under a key anywhere in a configuration file: `entity_name` of an agent's tools, `function_name` of a workflow's steps. */
export function namedIn({ root }: JsonDocument, key: string): readonly { name: string; span: Span }[] {
  const found: { name: string; span: Span }[] = [];
  const visit = (node: Node): void => {
    const [label, value] = node.type === 'property' ? (node.children ?? []) : [];
    const name = label?.value === key ? textOfNode(value) : undefined;
    // Templates (`{{event.entity}}`) are filled in when the workflow runs.
    if (value && name && !name.includes('{{'))
      found.push({ name, span: { start: value.offset, end: value.offset + value.length } });
    for (const child of node.children ?? []) visit(child);
  };
  if (root) visit(root);
  return found;
}
