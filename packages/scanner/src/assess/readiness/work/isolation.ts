import { counted } from '../../../counted.js';
import { limitationOf, open, weighty, type Check, type Verdict } from './item.js';
import type { ReadinessInput } from '../input.js';

const rowRules = [
  'require-entity-rules',
  'no-unfiltered-list',
  'no-client-side-scoping',
  'require-tenant-filter',
  'no-unmatchable-rule',
  'no-self-promotion',
];

export const rowIsolation: Check = (input) => isolated(input, 'data-default-open', rowRules, 'rows open to others');

/** Only where the app has tenants at all. */
export const tenantIsolation: Check = (input) => {
  const tenants = input.app.tenants.filter(({ confidence }) => confidence !== 'possible');
  if (tenants.length === 0) {
    return {
      state: 'not-visible',
      reason:
        'No field is sure to name a tenant, so the app may serve one organisation only or keep several apart in another way.',
      findings: weighty(input, 'require-tenant-filter'),
    };
  }
  return isolated(input, 'arch-no-tenancy', ['require-tenant-filter'], 'rows of other tenants within reach');
};

function isolated(input: ReadinessInput, limitation: string, rules: readonly string[], what: string): Verdict {
  const findings = weighty(input, ...rules);
  const left = open(findings).length;
  if (left > 0)
    return { state: 'missing', reason: `${counted(left, 'finding')} at medium or above: ${what}.`, findings };
  if (findings.length > 0)
    return {
      state: 'not-visible',
      reason: 'Comments in the code switch off every finding that speaks against it.',
      findings,
    };
  const verdict = limitationOf(input, limitation);
  if (verdict?.verdict === 'not-checked' || verdict === undefined)
    return { state: 'not-visible', reason: verdict?.reason ?? 'No rule looked.' };
  return {
    state: 'done',
    reason:
      'The rules ran, saw all that they need and found nothing at medium or above; a try with a second account is still due.',
  };
}
