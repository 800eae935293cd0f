import { wordsOf } from '@base44-lint/model';

/** Last words of the names of entities that get a row for everything that happens. */
const HAPPENINGS = new Set(
  'log message notification order transaction payment visit click history interaction attendance checkin reading response submission comment swipe ping entry'.split(
    ' ',
  ),
);
/** What makes an event one that is recorded, not one that people come to. */
const RECORDED = new Set(
  'analytics audit capture captured click integration login page security session system telemetry tracking usage user webhook'.split(
    ' ',
  ),
);

/** True where the name says that rows are added for as long as the app is used. */
export function growsWithUse(entity: string): boolean {
  const words = wordsOf(entity).map((word) => word.toLowerCase());
  const last = singular(words.at(-1) ?? '');
  return last === 'event' ? RECORDED.has(words.at(-2) ?? '') : HAPPENINGS.has(last);
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}
