import { supports } from '@base44-lint/catalog';
import type { Evidence, SdkVersion } from '@base44-lint/model';
import type { Paid, PaidKind } from '../judge/paid.js';
import type { Repetition } from './repetition.js';
import type { Spending } from './spending.js';
import type { Verdict } from './verdict.js';

export function messageFor({ paid, via }: Spending, { when }: Verdict): string {
  const { name, act, mayAct } = paid;
  if (!via) return `${when} ${act} (\`${name}\`), which costs integration credits.`;
  return `${when} calls the function \`${via.name}\`, which ${via.maybe ? `may ${mayAct}` : act} (\`${name}\`) and so ${via.maybe ? 'spend' : 'spends'} integration credits.`;
}

export function evidenceFor({ file, span, via }: Spending, repetition: Repetition): readonly Evidence[] {
  const { place } = repetition;
  const isAround = place.file === file && place.start <= span.start && span.end <= place.end;
  return [
    ...(isAround ? [] : [{ ...place, note: repetition.by === 'loop' ? 'repeats it' : 'starts it' }]),
    ...(via ? [{ file: via.reached.call.file, ...via.reached.call.span, note: 'spends the credits' }] : []),
  ];
}

export function adviceFor({ paid }: Spending, repetition: Repetition, sdk: SdkVersion): string {
  switch (repetition.by) {
    case 'loop':
      return loopAdvice(paid);
    case 'interval':
    case 'query': {
      const follow =
        supports(sdk.version, 'entities.subscribe') === 'yes' ? 'follow it with `subscribe`' : 'read it from there';
      return `Let a backend function on a schedule do this once for all, keep the answer in an entity, and let pages ${follow}.`;
    }
    case 'effect':
      return `Let a person start it with a button, or keep the answer in an entity and look there first.`;
    case 'typing':
      return 'Start it when the form is sent, or after a pause in typing.';
  }
}

function loopAdvice({ kind }: Paid): string {
  return advice[kind] ?? 'Keep the answer with each record and skip those that have one, so that no run pays twice.';
}

const advice: Partial<Record<PaidKind, string>> = {
  ai: 'Ask for many records in one request with a list in `response_json_schema`, or keep the answer with each record and skip those that have one.',
  mail: 'Note on each record that the mail went out and skip those, limit how many go out in one run, or send one digest instead of many mails.',
  upload: 'Upload what is new only, and keep the address of what was uploaded before.',
};
