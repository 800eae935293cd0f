import type { TSESTree } from '@typescript-eslint/types';
import { T, type Node } from './ast.js';

const EVENTS = new Set(['onChange', 'onInput', 'onKeyUp', 'onKeyDown', 'onKeyPress', 'onValueChange', 'onChangeText']);
const FIELD = /(?:input|textarea|searchbar|textfield|editor)$/i;
/** Types of `<input>` that are no text: their `onChange` runs once for each choice. */
const CHOICES = /^(?:file|checkbox|radio|date|datetime-local|month|week|time|color|range|button|submit|reset|image)$/;

/** Whether the value of a JSX attribute runs on each keystroke in a text field. */
export function runsOnTyping(container: Node): boolean {
  const attribute = container.parent;
  if (attribute?.type !== T.JSXAttribute || attribute.name.type !== T.JSXIdentifier) return false;
  if (!EVENTS.has(attribute.name.name)) return false;
  return isTextField(attribute.parent);
}

/** `<input>`, `<Textarea>`, `<RichTextEditor>`. */
export function isTextField({ name, attributes }: TSESTree.JSXOpeningElement): boolean {
  if (name.type !== T.JSXIdentifier || !FIELD.test(name.name)) return false;
  return !attributes.some((other) => CHOICES.test(literalOf(other, 'type')));
}

function literalOf(attribute: TSESTree.JSXOpeningElement['attributes'][number], name: string): string {
  if (attribute.type !== T.JSXAttribute || attribute.name.name !== name) return '';
  const value = attribute.value;
  return value?.type === T.Literal && typeof value.value === 'string' ? value.value : '';
}
