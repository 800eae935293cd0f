import type { EntityCall } from '@base44-lint/model';
import type { Act, Known } from './act.js';

/** Fields of a user by which rules and code tell one tenant from another. */
const TENANT_FIELD =
  /^(?:org|organi[sz]ation|company|tenant|church|family|workspace|school|clinic|club|restaurant|store|branch)_?(?:id|Id)$/;

/** `User.update(user.id, { role: body.role })`: everyone may give themselves what the caller names. */
export function promotesItself({ entity, method, target, data, args }: EntityCall): boolean {
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
        value.t !== 'literal',
    )
  );
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
