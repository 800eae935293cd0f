import { childrenOf, type EntityCall, type Term } from '@base44-lint/model';
import type { Act, Known } from './act.js';
import { termsOf } from './trusted.js';

/** Fields of a user by which rules and code tell one tenant from another. */
const TENANT_FIELD =
  /^(?:org|organi[sz]ation|company|tenant|church|family|workspace|school|clinic|club|restaurant|store|branch)_?(?:id|Id)$/;

/** `User.update(user.id, { role: body.role })`: everyone may give themselves what the caller names. */
export function promotesItself({ entity, method, target, data, args, guards }: EntityCall): boolean {
  const written = args[1];
  return (
    entity.name === 'User' &&
    method === 'update' &&
    target.user &&
    data.caller &&
    !data.row &&
    written?.t === 'object' &&
    written.props.some(
      ([name, value]) =>
        (/^(?:role|user_role|app_role|is_\w*admin|permissions)$/.test(name) || TENANT_FIELD.test(name)) &&
        value.t !== 'literal' &&
        !guards.some(({ test }) => termsOf(test).some((term) => isHarmlessChoice(term, value))),
    )
  );
}

/** `['buyer', 'seller'].includes(role)`: everyone may choose between these. */
function isHarmlessChoice(term: Term, value: Term): boolean {
  if (term.t !== 'call' || term.callee.t !== 'get' || term.callee.key !== 'includes') return false;
  const { of: list } = term.callee;
  const [asked] = term.args;
  return (
    list.t === 'array' &&
    list.items.length > 0 &&
    list.items.every((item) => item.t === 'literal' && !HIGH.test(String(item.value))) &&
    asked !== undefined &&
    wayOf(asked) === wayOf(value) &&
    wayOf(value) !== ''
  );
}

const HIGH = /admin|owner|staff|manager|moderator|super|root|editor|operator|agent/i;

/** The members that lead to a value, so that the same member is known again where it is written a second time. */
function wayOf(term: Term): string {
  return term.t === 'get' ? `${childrenOf(term).map(wayOf).join('')}.${term.key}` : '';
}

export function promotion(call: EntityCall, known: Known): Act {
  return {
    span: call.span,
    known,
    severity: 'high',
    confidence: 'likely',
    can: 'give themselves the role or tenant that they name in the request',
    does: 'writes what the request names into the own user record',
    advice: 'Take the role or tenant from a record that somebody entitled has made, such as an invitation.',
    chosen: true,
    evidence: call.evidence,
  };
}
