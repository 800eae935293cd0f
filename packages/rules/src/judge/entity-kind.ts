import { wordsOf } from '@base44-lint/model';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const LOGS = set(
  'log logs audit audits trail history histories activity activities notification notifications alert alerts message messages email emails analytics metric metrics tracking feed job jobs error errors debug webhook webhooks stat stats statistic statistics insight insights report reports snapshot snapshots cache telemetry reminder reminders achievement achievements badge badges config configuration setting settings preference preferences counter counters session sessions',
);

/**
 * Whether an entity only tells of what happens elsewhere, so that nobody is harmed where one record of it is missing:
 * logs, notifications, statistics, settings.
 */
export function isSideRecord(entity: string): boolean {
  const words = wordsOf(entity);
  const last = words.at(-1) ?? '';
  // `Event` alone is a concert; `LoginEvent` is a log.
  return words.some((word) => LOGS.has(word)) || (words.length > 1 && /^events?$/.test(last));
}

const VALUES = set(
  'order payment invoice booking reservation appointment transaction txn wallet stock inventory membership subscription refund payout purchase sale ticket deposit withdrawal transfer ledger balance credit voucher donation rental checkout payroll salary commission loan',
);

/** Whether an entity holds orders, payments, bookings or the like, by its name. */
export function isValueEntity(entity: string): boolean {
  return wordsOf(entity).some((word) => VALUES.has(word) || VALUES.has(word.replace(/s$/, '')));
}
