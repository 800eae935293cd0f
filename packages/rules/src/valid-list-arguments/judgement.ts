import { supports } from '@base44-lint/catalog';
import type { App, EntityCall, SdkVersion } from '@base44-lint/model';
import type { Confidence, RuleFinding, Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { accessFor, holdingsOf, nameIn, ruleEvidence, ruleStateOf } from '../judge/entity.js';
import { userRead, worse } from '../judge/read-severity.js';
import { handsOutRows, readerOf, whoReads } from '../judge/reader.js';
import { serviceReadSeverity } from '../judge/service-read.js';
import { isWrapper, nearestOption, optionKeys, type Fault } from './faults.js';

export type Judged = Pick<RuleFinding, 'severity' | 'confidence' | 'message' | 'advice'> &
  Partial<Pick<RuleFinding, 'evidence'>>;

/** What a fault does, to whom, and how to mend it with the SDK of the zone; null where the version knows what is written. */
export function judge(app: App, call: EntityCall, fault: Fault, sdk: SdkVersion): Judged | null {
  const sure: Confidence = call.origin === 'sdk' ? 'certain' : 'likely';
  const name = `\`${call.method}()\``;
  switch (fault.kind) {
    case 'condition':
    case 'no-query':
      return unfiltered(app, call, fault, sure);
    case 'number-as-sort':
      return {
        // One row is found by its id whatever the limit.
        severity: call.query.keys.some(({ name: key }) => key === 'id') ? 'low' : 'medium',
        confidence: sure,
        message: `The number stands where ${name} expects the order, so it limits nothing and the read returns as many rows as the default allows.`,
        advice: `The limit comes after the order: \`${call.method === 'list' ? 'list(order, limit, skip)' : 'filter(query, order, limit, skip)'}\`, with \`undefined\` for an order that does not matter.`,
      };
    case 'object-as-limit':
      return {
        severity: 'medium',
        confidence: sure,
        message: `An object stands where ${name} expects the limit, so nothing in it has an effect.`,
        advice: `Pass plain values: \`${call.method === 'list' ? 'list(order, limit, skip)' : 'filter(query, order, limit, skip)'}\`.`,
      };
    case 'unknown-options':
    case 'options':
      return options(call, fault, sdk, sure);
  }
}

/** The rows come back as if no condition had been written. */
function unfiltered(
  app: App,
  call: EntityCall,
  fault: Extract<Fault, { kind: 'condition' | 'no-query' }>,
  confidence: Confidence,
): Judged {
  const leak = severityOfRead(app, call);
  const exposed = leak !== null && worse(leak, 'medium') === leak;
  const access = accessFor(app, call, call.entity.name, 'read');
  const all = exposed
    ? `rows of ${nameIn(call)} of every user${holdingsOf(app, call.entity.name, ',')} reach ${call.role === 'service' ? 'the caller' : whoReads(app, readerOf(app, call))}`.replace(
        /,$/,
        '',
      )
    : `the read returns rows of ${nameIn(call)} that were not asked for`;
  const rest = {
    severity: worse('medium', leak ?? 'medium'),
    confidence,
    evidence: exposed && call.role !== 'service' ? ruleEvidence(access) : [],
  };
  if (fault.kind === 'condition') {
    const keys = fault.keys.map((key) => `\`${key}\``).join(' and ');
    return {
      ...rest,
      message: `\`list()\` takes no condition, so ${keys === '' ? 'the function' : keys} has no effect and ${all}.`,
      advice: `Ask with \`filter({ ${fault.keys.find((key) => !isWrapper(key)) ?? 'field'}: … })\`, whose first argument is the condition; \`list()\` only orders and limits.`,
    };
  }
  if (fault.what === 'function')
    return {
      ...rest,
      message: `A function cannot be sent as a query, so nothing is asked and ${all}.`,
      advice:
        'Write the condition as an object, `filter({ status: … })`; a function belongs to the `filter` of an array.',
    };
  return {
    ...rest,
    severity: 'medium',
    confidence: 'likely',
    evidence: [],
    message: `A query is an object and this is a ${fault.what}, so the read fails or asks for something else than what is meant.`,
    advice:
      'Name the field that is compared: `filter({ field: … })`, or use `list(order, limit)` where every row is meant.',
  };
}

function options(
  call: EntityCall,
  fault: Extract<Fault, { kind: 'unknown-options' | 'options' }>,
  sdk: SdkVersion,
  sure: Confidence,
): Judged | null {
  const known = supports(sdk.version, 'entities.list.limit');
  const keys = fault.keys.map((key) => `\`${key}\``).join(' and ');
  const positional = call.method === 'list' ? 'list(order, limit, skip)' : 'filter(query, order, limit, skip)';
  // A range or an unnamed version may resolve to one that knows the object.
  const mayKnow = known === 'unknown' || (known === 'no' && sdk.source === 'range');
  if (known === 'yes' || (mayKnow && fault.kind === 'unknown-options')) {
    if (fault.kind === 'options') return null;
    const nearest = fault.keys.map(nearestOption).find((one) => one !== null);
    return {
      severity: 'medium',
      confidence: sure,
      message: `\`${call.method}()\` has no option ${keys}, so it is dropped and the read returns rows as if it were not there.`,
      advice: `${nearest ? `Use \`${nearest}\`; the` : 'The'} options are ${optionKeys.map((key) => `\`${key}\``).join(', ')} from SDK 0.8.49, before that \`${positional}\`.`,
    };
  }
  return {
    severity: mayKnow ? 'low' : 'medium',
    confidence: mayKnow ? 'possible' : sure,
    message: `SDK ${mayKnow ? 'versions before 0.8.49 send' : `${sdk.version} sends`} the object as the order of the rows, so ${keys} ${fault.keys.length > 1 ? 'have' : 'has'} no effect and the default number of rows comes back.`,
    evidence: sdk.place ? [{ ...sdk.place, note: `names SDK ${sdk.version}` }] : [],
    advice: `Use the positional form, \`${positional}\`; the object is known from SDK 0.8.49 on, where it returns one page instead of an array.`,
  };
}

/** How bad it is that the rows are read without a condition; null where it is harmless or cannot be told. */
function severityOfRead(app: App, call: EntityCall): Severity | null {
  const { name } = call.entity;
  const reader = readerOf(app, call);
  if (call.zone !== 'frontend' && !handsOutRows(call)) return null;
  if (call.role === 'service')
    return call.zone === 'frontend' || call.caller.level === 'unknown'
      ? null
      : serviceReadSeverity(app, call, name, reader);
  const state = ruleStateOf(accessFor(app, call, name, 'read'));
  return state === 'open' ? userRead.open[reader][contentOf(app, name)] : null;
}
