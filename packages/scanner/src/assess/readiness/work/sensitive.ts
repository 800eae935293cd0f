import type { EntityCall } from '@base44-lint/model';
import { isDemo, isOnPlatform } from '@base44-lint/rules';
import { sensitiveContent } from '../evidence/content.js';
import { listed } from '../evidence/evidence.js';
import { counted } from '../../../counted.js';
import { open, weighty, type Check } from './item.js';
import type { ReadinessInput } from '../input.js';

const writes = new Set([
  'create',
  'update',
  'delete',
  'deleteMany',
  'bulkCreate',
  'updateMany',
  'bulkUpdate',
  'upsert',
]);

/** Entities with data that level 0 or 1 of data sensitivity describes, or with credentials. */
function sensitiveEntities({ app }: ReadinessInput): ReadonlySet<string> {
  const secret = Object.values(app.entities).filter(
    (one) => one.holds.secret.length > 0 && isOnPlatform(app, one.name) && !isDemo(one),
  );
  const held = sensitiveContent(app).filter(({ content }) => content !== 'doubtful');
  return new Set([...secret.map(({ name }) => name), ...held.map(({ entity }) => entity)]);
}

export const functionsForSensitiveData: Check = (input) => {
  const findings = weighty(input, 'require-function-auth', 'no-service-role-in-client', 'no-client-credential-check');
  const entities = sensitiveEntities(input);
  const direct = input.views
    .filter(({ zone }) => zone === 'frontend')
    .flatMap(({ entityCalls }) => entityCalls)
    .filter((call) => writes.has(call.method) && call.origin !== 'shim' && entities.has(call.entity.name ?? ''));
  const seen = direct.map(seenAt);
  if (direct.length > 0) {
    const names = listed(direct.map(({ entity }) => entity.name!));
    const reason = `The browser writes sensitive data by itself (${names}).`;
    return { state: 'missing', reason, seen, findings };
  }
  const left = open(findings).length;
  if (left > 0) {
    return {
      state: 'missing',
      reason: `${counted(left, 'finding')} at medium or above: privileged work that nothing on the server guards.`,
      findings,
    };
  }
  if (entities.size === 0)
    return {
      state: 'not-visible',
      reason: 'No schema of the export holds data that is known to be sensitive.',
      findings,
    };
  if (findings.length > 0)
    return {
      state: 'not-visible',
      reason: 'Comments in the code switch off every finding that speaks against it.',
      findings,
    };
  return { state: 'done', reason: `No code of the browser writes ${listed([...entities])}.` };
};

function seenAt({ method, entity, file, span }: EntityCall) {
  return { note: `\`${entity.name}.${method}\``, place: { file, ...span } };
}
