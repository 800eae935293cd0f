import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, isWrapper, keyOf, spanOf, T, unwrap, type CallNode, type Node } from './ast.js';
import type { EnvFact } from './facts.js';

/** `import.meta.env` and `process.env`, by the name rules know them by; null for every other object. */
function envObject(node: Node): EnvFact['source'] | null {
  const object = unwrap(node);
  if (object.type !== T.MemberExpression || keyOf(object) !== 'env') return null;
  const owner = unwrap(object.object);
  if (owner.type === T.MetaProperty) return 'import.meta';
  return owner.type === T.Identifier && owner.name === 'process' ? 'process' : null;
}

/** A read of one variable: `import.meta.env.VITE_X`, `process.env.X`. */
export function envRead(member: TSESTree.MemberExpression): EnvFact | null {
  const source = envObject(member.object);
  const name = source && keyOf(member);
  if (!source || name === null) return null;
  return { name, source, ...(isCompared(member) ? { compared: true as const } : {}), ...spanOf(member) };
}

function isCompared(member: Node): boolean {
  let { parent } = member;
  while (parent && isWrapper(parent)) ({ parent } = parent);
  return parent?.type === T.BinaryExpression && /^[!=]==?$/.test(parent.operator);
}

/** `const { VITE_X } = import.meta.env`. */
export function envPattern({ id, init }: TSESTree.VariableDeclarator): EnvFact[] {
  const source = init && envObject(init);
  if (!source || id.type !== T.ObjectPattern) return [];
  return id.properties.flatMap((property) => {
    const name = property.type === T.Property ? keyOf(property) : null;
    return name === null ? [] : [{ name, source, ...spanOf(property) }];
  });
}

/** `Deno.env.get('X')`, and `secrets.get('X')` of the function host. */
export function envCall(call: CallNode): EnvFact | null {
  const [argument] = call.arguments;
  if (calleeName(call) !== 'get' || argument?.type !== T.Literal || typeof argument.value !== 'string') return null;
  const callee = unwrap(call.callee);
  const owner = callee.type === T.MemberExpression ? unwrap(callee.object) : null;
  const isDeno =
    owner?.type === T.MemberExpression &&
    keyOf(owner) === 'env' &&
    owner.object.type === T.Identifier &&
    owner.object.name === 'Deno';
  if (isDeno) return { name: argument.value, source: 'Deno', ...spanOf(call) };
  return owner?.type === T.Identifier && owner.name === 'secrets'
    ? { name: argument.value, source: 'secrets', ...spanOf(call) }
    : null;
}
