import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, keyOf, spanOf, T, unwrap, type CallNode, type Node } from './ast.js';
import type { Collected } from './collect.js';
import { isEntered } from './entered.js';
import type { SinkFact } from './facts.js';
import type { Terms } from './terms.js';

const PROPERTIES = new Set(['innerHTML', 'outerHTML', 'srcdoc']);

/** `dangerouslySetInnerHTML={{ __html: value }}` and `srcDoc={value}`. */
export function attributeSink(
  attribute: TSESTree.JSXAttribute,
  terms: Terms,
  { fieldValues, variableOf }: Pick<Collected, 'fieldValues' | 'variableOf'>,
): SinkFact | null {
  const name = attribute.name.type === T.JSXIdentifier ? attribute.name.name : '';
  if (name !== 'dangerouslySetInnerHTML' && name !== 'srcDoc') return null;
  const { value } = attribute;
  if (value?.type !== T.JSXExpressionContainer || value.expression.type === T.JSXEmptyExpression) return null;
  const given = unwrap(value.expression);
  const html = name === 'srcDoc' ? given : htmlOf(given);
  const element = attribute.parent.type === T.JSXOpeningElement ? attribute.parent.name : null;
  return {
    kind: name,
    element: element?.type === T.JSXIdentifier ? element.name : null,
    value: html ? terms.of(html) : { t: 'get', of: terms.of(given), key: '__html' },
    ...valueFacts(html ?? given),
    ...(isSandboxed(attribute.parent) ? { sandboxed: true as const } : {}),
    ...(isEntered(html ?? given, fieldValues, variableOf) ? { entered: true as const } : {}),
    ...spanOf(attribute),
  };
}

/** `<iframe sandbox>` keeps scripts, or at least the page's own origin, away from what it shows. */
function isSandboxed(element: Node): boolean {
  if (element.type !== T.JSXOpeningElement) return false;
  return element.attributes.some((attribute) => {
    if (attribute.type !== T.JSXAttribute || attribute.name.name !== 'sandbox') return false;
    const { value } = attribute;
    const allowed = value?.type === T.Literal && typeof value.value === 'string' ? value.value : '';
    return !(allowed.includes('allow-scripts') && allowed.includes('allow-same-origin'));
  });
}

/** `element.innerHTML = value`. */
export function assignmentSink({ left, right, ...node }: TSESTree.AssignmentExpression, terms: Terms): SinkFact | null {
  const name = left.type === T.MemberExpression ? keyOf(left) : null;
  if (name === null || !PROPERTIES.has(name)) return null;
  return {
    kind: name as SinkFact['kind'],
    element: null,
    value: terms.of(right),
    ...valueFacts(right),
    start: node.range[0],
    end: node.range[1],
  };
}

/** `element.insertAdjacentHTML(where, value)`, `document.write(value)`. */
export function callSink(call: CallNode, terms: Terms): SinkFact | null {
  const name = calleeName(call);
  const index = name === 'insertAdjacentHTML' ? 1 : name === 'write' || name === 'writeln' ? 0 : -1;
  const value = call.arguments[index];
  if (!value || value.type === T.SpreadElement) return null;
  const callee = unwrap(call.callee);
  if (callee.type !== T.MemberExpression) return null;
  // `write` belongs to files and streams too.
  if (index === 0 && !isDocument(callee.object)) return null;
  return {
    kind: index === 1 ? 'insertAdjacentHTML' : 'document.write',
    element: null,
    value: terms.of(value),
    ...valueFacts(value),
    ...spanOf(call),
  };
}

function valueFacts(value: Node): Pick<SinkFact, 'valueSpan' | 'stripped'> {
  return { valueSpan: spanOf(value), ...(isStripped(value) ? { stripped: true as const } : {}) };
}

/** A chain of methods on the text, one of which takes out what stands between `<` and `>`. */
function isStripped(value: Node): boolean {
  let node = unwrap(value);
  if (node.type === T.LogicalExpression) node = unwrap(node.left);
  while (node.type === T.CallExpression && node.callee.type === T.MemberExpression) {
    const [pattern] = node.arguments;
    if (pattern?.type === T.Literal && 'regex' in pattern && pattern.regex.pattern.startsWith('<')) return true;
    node = unwrap(node.callee.object);
  }
  return false;
}

function htmlOf(object: Node): Node | null {
  if (object.type !== T.ObjectExpression) return null;
  for (const property of object.properties)
    if (property.type === T.Property && keyOf(property) === '__html') return property.value;
  return null;
}

function isDocument(node: Node): boolean {
  const object = unwrap(node);
  if (object.type === T.Identifier) return object.name === 'document';
  return object.type === T.MemberExpression && keyOf(object) === 'document';
}
