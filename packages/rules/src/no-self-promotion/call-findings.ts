import type { App, FileView, SdkCall, Term } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { list, quoted } from '../judge/document.js';
import { objectsIn } from '../judge/terms.js';
import { privilegeOf } from './privilege.js';
import { adviceFor } from './schema-findings.js';
import { isProtected, severityOf, trustedFields, type Trust } from './trust.js';

const consequences = {
  rights: 'so any user can give themselves what it grants',
  plan: 'so any user can have the plan without paying',
  money: 'so any user can have as much as they like',
} as const;

/** `auth.updateMe` in browser code that sets what decides rights: what the page may write, its user may write. */
export function* callFindings(app: App, file: FileView): Generator<RuleFinding> {
  const calls = file.sdkCalls.filter(({ member, zone }) => member === 'auth.updateMe' && zone === 'frontend');
  if (calls.length === 0) return;
  const trusted = trustedFields(app);
  for (const call of calls) {
    if (call.origin === 'shim') continue;
    const keys = keysOf(call).filter((key) => !isProtected(app, key));
    const [relied] = keys.filter((key) => trusted.has(key));
    const [privileged] = keys.filter((key) => key !== 'role' && privilegeOf(key));
    if (relied) yield trustedFinding(app, call, relied, trusted.get(relied) ?? []);
    else if (privileged) yield privilegedFinding(call, privileged, keys);
    else if (keys.includes('role')) yield roleFinding(call);
  }
}

function trustedFinding(app: App, { span }: SdkCall, key: string, uses: readonly Trust[]): RuleFinding {
  return {
    severity: severityOf(app, uses),
    confidence: 'likely',
    message: `The browser sets \`${key}\` of the user's own record, and rules of entities trust it, so a user can choose whose rows to reach.`,
    span,
    evidence: uses
      .slice(0, 3)
      .flatMap(({ entity, operation, access }) =>
        access.place ? [{ ...access.place, note: `the \`${operation}\` rule of ${entity.name} trusts it` }] : [],
      ),
    advice: `Set it in a backend function that checks an invitation or a membership. ${adviceFor(key)}`,
    suggestions: [],
  };
}

function privilegedFinding({ span }: SdkCall, key: string, keys: readonly string[]): RuleFinding {
  const others = keys.filter((other) => other !== key && other !== 'role' && privilegeOf(other));
  return {
    severity: 'medium',
    confidence: 'likely',
    message: `The browser sets ${list(quoted([key, ...others]))} of the user's own record, ${consequences[privilegeOf(key)!]}.`,
    span,
    evidence: [],
    advice: `Keep \`${key}\` in an entity that users cannot write, and change it in a backend function with the service role once the payment or approval is checked.`,
    suggestions: [],
  };
}

function roleFinding({ span }: SdkCall): RuleFinding {
  return {
    severity: 'low',
    confidence: 'likely',
    message:
      'The platform leaves `role` out of what users write on their own record, so this does not change the role.',
    span,
    evidence: [],
    advice:
      'Roles are set in the dashboard, by an invitation, or by a backend function with the service role that checks who asks.',
    suggestions: [],
  };
}

/** Keys of the object that is written, without those that are reset. */
function keysOf({ args: [data] }: SdkCall): readonly string[] {
  return objectsIn(data).flatMap(({ props }) => props.filter(([, value]) => !isReset(value)).map(([key]) => key));
}

/** Giving up a right is nobody's promotion. */
function isReset(value: Term): boolean {
  return (
    value.t === 'undefined' ||
    (value.t === 'literal' &&
      (value.value === null ||
        value.value === '' ||
        value.value === false ||
        value.value === 0 ||
        value.value === 'free'))
  );
}
