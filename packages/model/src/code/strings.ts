import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, keyOf, spanOf, T, unwrap, type Node } from './ast.js';
import type { StringFact } from './facts.js';

const MIN_LENGTH = 4;
const MAX_LENGTH = 8192;

/**
 * A string literal with what it is given to. Short texts, sentences, JSX text and import paths are left out: none of
 * them carries a credential or a media type that a rule asks about.
 */
export function stringFact(node: TSESTree.Literal | TSESTree.TemplateLiteral): StringFact | null {
  const value = textOf(node);
  if (value === null || value.length < MIN_LENGTH || value.length > MAX_LENGTH) return null;
  const parent = node.parent;
  if (
    parent.type === T.ImportDeclaration ||
    parent.type === T.ExportAllDeclaration ||
    parent.type === T.ExportNamedDeclaration
  )
    return null;
  if (parent.type === T.JSXAttribute && /^(?:class|className|style|d|viewBox|points)$/.test(attributeName(parent)))
    return null;
  const placed = placeOf(node);
  if (
    /\s/.test(value.trim()) &&
    !/^(?:bearer|basic|-----BEGIN|text\/event-stream;)\s/i.test(value) &&
    placed.use !== 'compared' &&
    !/:\/\//.test(value)
  )
    return null;
  return { value, ...placed, ...spanOf(node) };
}

function textOf(node: TSESTree.Literal | TSESTree.TemplateLiteral): string | null {
  if (node.type === T.Literal) {
    if (typeof node.value !== 'string') return null;
    // Parsers differ in whether they decode `&amp;` in JSX attributes; the source does not.
    return node.parent.type === T.JSXAttribute ? node.raw.slice(1, -1) : node.value;
  }
  // The literal parts of a template carry keys too (`Bearer ${…}` does not); a hole is shown as `${}`.
  const text = node.quasis.map((quasi) => quasi.value.cooked ?? '').join('${}');
  return text === '${}' ? null : text;
}

type Placed = Pick<StringFact, 'name' | 'use' | 'against'>;

function placeOf(node: Node): Placed {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case T.VariableDeclarator:
        return { name: parent.id.type === T.Identifier ? parent.id.name : null, use: 'assigned' };
      case T.AssignmentExpression:
        return { name: sourceName(parent.left), use: 'assigned', against: sourceForm(parent.left) };
      case T.AssignmentPattern:
        return { name: sourceName(parent.left), use: 'default' };
      case T.PropertyDefinition:
        return { name: keyOf(parent), use: 'property' };
      case T.Property: {
        if (parent.value !== child) return { name: null, use: 'other' };
        const name = keyOf(parent);
        return {
          name,
          use: /^(?:authorization|x-[\w-]*(?:key|token|secret|auth)|api-?key|content-type|accept)$/i.test(name ?? '')
            ? 'header'
            : 'property',
          against: holderOf(parent),
        };
      }
      case T.BinaryExpression:
        if (/^[!=]==?$/.test(parent.operator)) {
          const other = parent.left === child ? parent.right : parent.left;
          return { name: sourceName(other), use: 'compared', against: sourceForm(other) };
        }
        break;
      case T.CallExpression:
      case T.NewExpression:
        if (parent.callee === child) return { name: null, use: 'other' };
        return {
          name: null,
          use: 'argument',
          against: `${sourceForm(parent.callee)}#${parent.arguments.indexOf(child as TSESTree.CallExpressionArgument)}`,
        };
      case T.JSXAttribute:
        return {
          name: attributeName(parent),
          use: 'attribute',
          against: parent.parent.type === T.JSXOpeningElement ? jsxName(parent.parent) : undefined,
        };
      case T.SwitchCase:
        return {
          name: null,
          use: 'compared',
          against: parent.parent.type === T.SwitchStatement ? sourceForm(parent.parent.discriminant) : '',
        };
      case T.LogicalExpression:
      case T.ConditionalExpression:
      case T.TemplateLiteral:
      case T.ArrayExpression:
      case T.JSXExpressionContainer:
      case T.TSAsExpression:
      case T.TSSatisfiesExpression:
      case T.TSNonNullExpression:
      case T.ChainExpression:
        break;
      default:
        return { name: null, use: 'other' };
    }
  }
  return { name: null, use: 'other' };
}

/** Names of the object or call that holds a property, for siblings such as `authDomain`: `firebaseConfig{apiKey,authDomain}`. */
function holderOf(property: TSESTree.Property): string {
  const object = property.parent;
  if (object.type !== T.ObjectExpression) return '';
  const keys = object.properties.slice(0, 20).map((entry) => (entry.type === T.Property ? (keyOf(entry) ?? '') : '…'));
  const holder = object.parent;
  const name =
    holder.type === T.VariableDeclarator && holder.id.type === T.Identifier
      ? holder.id.name
      : holder.type === T.Property
        ? (keyOf(holder) ?? '')
        : holder.type === T.CallExpression || holder.type === T.NewExpression
          ? `${sourceForm(holder.callee)}()`
          : '';
  return `${name}{${keys.join(',')}}`;
}

function attributeName(attribute: TSESTree.JSXAttribute): string {
  return attribute.name.type === T.JSXIdentifier ? attribute.name.name : attribute.name.name.name;
}

function jsxName(element: TSESTree.JSXOpeningElement): string {
  return element.name.type === T.JSXIdentifier ? element.name.name : '';
}

function sourceName(node: Node): string | null {
  const target = unwrap(node);
  if (target.type === T.Identifier) return target.name;
  if (target.type === T.MemberExpression) return keyOf(target);
  if (target.type === T.CallExpression)
    return sourceName(target.callee.type === T.MemberExpression ? target.callee.object : target.callee);
  return null;
}

/** Dotted source form of a name chain; calls keep their callee's name and `()`. */
function sourceForm(node: Node): string {
  const target = unwrap(node);
  switch (target.type) {
    case T.Identifier:
      return target.name;
    case T.ThisExpression:
      return 'this';
    case T.MemberExpression:
      return `${sourceForm(target.object)}.${keyOf(target) ?? '[]'}`;
    case T.CallExpression:
      return `${sourceForm(target.callee)}()`;
    case T.NewExpression:
      return `new ${calleeName(target) ?? ''}()`;
    default:
      return '';
  }
}
