import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, keyOf, T, type Node } from './ast.js';
import type { FunctionUseFact } from './facts.js';

/** Where a handler is set, for people who read of it. */
export type HandlerFact = Pick<FunctionUseFact, 'element' | 'event' | 'label'>;

const MAX_LABEL = 60;
/** Nodes of an element that are looked through for its words: a button, not a page. */
const MAX_NODES = 60;
/** Attributes that say what an element is for, where it holds no words itself. */
const NAMING = ['aria-label', 'title', 'label', 'placeholder', 'alt'];

/** Element, event and words of a handler, from the node that sets it: an attribute, a call, a property, an assignment. */
export function handlerAt(node: Node): HandlerFact {
  switch (node.type) {
    case T.JSXExpressionContainer:
      return inJsx(node.parent);
    case T.CallExpression:
      // `onSubmit={form.handleSubmit(save)}`
      return node.parent.type === T.JSXExpressionContainer ? inJsx(node.parent.parent) : listener(node);
    case T.Property:
      return eventOf(keyOf(node));
    case T.AssignmentExpression:
      return eventOf(node.left.type === T.MemberExpression ? keyOf(node.left) : null);
    default:
      return {};
  }
}

/** `addEventListener('keydown', …)`, `socket.on('message', …)`, `Task.subscribe(…)`. */
function listener(call: TSESTree.CallExpression): HandlerFact {
  const [first] = call.arguments;
  const named = first?.type === T.Literal && typeof first.value === 'string' ? first.value : null;
  return eventOf(named ?? calleeName(call));
}

function eventOf(event: string | null): HandlerFact {
  return event === null ? {} : { event };
}

function inJsx(holder: Node): HandlerFact {
  if (holder.type === T.JSXElement) return { ...named(holder), event: 'children' };
  if (holder.type !== T.JSXAttribute) return {};
  const event = attributeName(holder);
  const { parent } = holder;
  if (parent.type !== T.JSXOpeningElement) return { event };
  return { ...named(parent.parent), event };
}

function named(element: TSESTree.JSXElement): HandlerFact {
  const label = labelOf(element);
  return { element: nameOfTag(element.openingElement.name), ...(label === null ? {} : { label }) };
}

function attributeName({ name }: TSESTree.JSXAttribute): string {
  return name.type === T.JSXIdentifier ? name.name : `${name.namespace.name}:${name.name.name}`;
}

function nameOfTag(tag: TSESTree.JSXTagNameExpression): string {
  switch (tag.type) {
    case T.JSXIdentifier:
      return tag.name;
    case T.JSXNamespacedName:
      return `${tag.namespace.name}:${tag.name.name}`;
    case T.JSXMemberExpression:
      return `${nameOfTag(tag.object)}.${tag.property.name}`;
  }
}

/** The words on an element, else what an attribute says of it; null where the code does not spell them out. */
function labelOf({ openingElement, children }: TSESTree.JSXElement): string | null {
  const words = wordsIn(children);
  if (words !== null && words !== '') return words.length <= MAX_LABEL ? words : null;
  if (words === null) return null;
  for (const name of NAMING) {
    for (const attribute of openingElement.attributes) {
      if (attribute.type !== T.JSXAttribute || attributeName(attribute) !== name) continue;
      const text = attribute.value?.type === T.Literal ? tidy(String(attribute.value.value)) : '';
      if (text !== '' && text.length <= MAX_LABEL) return text;
    }
  }
  return null;
}

/** Literal words in source order; of alternatives (`busy ? 'Sending…' : 'Send'`) the last. Null where there is too much. */
function wordsIn(nodes: readonly Node[]): string | null {
  const parts: string[] = [];
  const stack: Node[] = [...nodes].reverse();
  let seen = 0;
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (++seen > MAX_NODES) return null;
    switch (node.type) {
      case T.JSXText:
        parts.push(node.value);
        break;
      case T.Literal:
        if (typeof node.value === 'string') parts.push(node.value);
        break;
      case T.JSXExpressionContainer:
        stack.push(node.expression);
        break;
      case T.ConditionalExpression:
        stack.push(node.alternate);
        break;
      case T.JSXElement:
      case T.JSXFragment:
        stack.push(...[...node.children].reverse());
        break;
    }
  }
  return tidy(parts.join(' '));
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
