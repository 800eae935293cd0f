import { sdkOf, type Access, type App, type EntityCall, type FileView, type SdkCall } from '@base44-lint/model';
import { checkFile, type AnyRule, type CheckedFinding } from '@base44-lint/rules';
import { callsIn, type Call } from './call.js';

/** What would become of a finding if one fact were another. */
export interface Change {
  /** "if the call ran as the signed-in user" */
  readonly what: string;
  /** Null where there would be no finding. */
  readonly becomes: Pick<CheckedFinding, 'severity' | 'confidence'> | null;
}

/**
 * Asks the rule again with one fact altered at a time: the rules of the entity, the identity of the call, what is
 * checked before. Only what changes the verdict is told, so nothing here is a guess.
 */
export function changesOf(finding: CheckedFinding, rule: AnyRule, view: FileView, app: App): readonly Change[] {
  const [call] = callsIn(view, finding.span).filter(({ kind }) => kind !== 'outside');
  if (!call || rule.checkCode === undefined) return [];
  return alternatives(call, view, app).flatMap(({ what, view: otherView, app: otherApp }) => {
    const becomes = verdictOf(finding, rule, otherView, otherApp);
    const same = becomes?.severity === finding.severity && becomes.confidence === finding.confidence;
    return same ? [] : [{ what, becomes }];
  });
}

interface Alternative {
  readonly what: string;
  readonly view: FileView;
  readonly app: App;
}

function alternatives(found: Call, view: FileView, app: App): readonly Alternative[] {
  const { call } = found;
  const name = found.kind === 'entity' ? found.call.entity.name : null;
  const isFunction = call.zone !== 'frontend';
  const level = call.caller.level;
  const checked = (to: 'signed-in' | 'role') => ({
    caller: { level: to, places: [] },
    answerer: { level: to, places: [] },
  });
  return [
    ...(name === null
      ? []
      : [
          { what: `if the rules of ${name} kept each row to its owner`, view, app: withAccess(app, name, 'owner') },
          {
            what: `if the rules of ${name} let nobody but the service role in`,
            view,
            app: withAccess(app, name, 'blocked'),
          },
          { what: `if the rules of ${name} let everyone in`, view, app: withAccess(app, name, 'open') },
        ]),
    ...('role' in call && call.role === 'service'
      ? [{ what: 'if the call ran as the signed-in user', view: withCall(view, found, { role: 'user' }), app }]
      : []),
    ...(isFunction && level === 'none'
      ? [
          {
            what: 'if the function asked for a signed-in user first',
            view: withCall(view, found, checked('signed-in')),
            app,
          },
        ]
      : []),
    ...(isFunction && level !== 'role'
      ? [
          {
            what: 'if the function checked for an administrator first',
            view: withCall(view, found, checked('role')),
            app,
          },
        ]
      : []),
  ];
}

function withAccess(app: App, name: string, kind: 'owner' | 'blocked' | 'open'): App {
  const entity = app.entities[name] ?? {
    name,
    file: '',
    fields: [],
    holds: { personal: [], secret: [], regulated: [], owner: [], reference: false },
  };
  const access: Access = {
    kind,
    ...(kind === 'open' && { shape: 'true' as const }),
    fields: kind === 'owner' ? ['created_by'] : [],
    userFields: [],
    roles: [],
    viaWrite: false,
    reason: 'for the sake of the argument',
  };
  const all = { create: access, read: access, update: access, delete: access };
  return { ...app, entities: { ...app.entities, [name]: { ...entity, access: all } } };
}

function withCall(view: FileView, { call }: Call, change: object): FileView {
  const altered = <T extends EntityCall | SdkCall>(one: T): T =>
    (one as unknown) === call ? { ...one, ...change } : one;
  return { ...view, entityCalls: view.entityCalls.map(altered), sdkCalls: view.sdkCalls.map(altered) };
}

function verdictOf(finding: CheckedFinding, rule: AnyRule, view: FileView, app: App): Change['becomes'] {
  const sdk = sdkOf(app, view.file);
  const found = checkFile({ app, file: view, sdk, rules: [rule], settings: app.settings });
  const one = found.find(({ span }) => span.start === finding.span.start && span.end === finding.span.end);
  return one ? { severity: one.severity, confidence: one.confidence } : null;
}
