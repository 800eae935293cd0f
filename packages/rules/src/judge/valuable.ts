import { wordsOf } from '@base44-lint/model';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Fields that stand for money, goods, places or rights: what is lost there, somebody pays or misses. */
const VALUES = set(
  'balance credit credits amount stock quantity qty inventory reserved seat seats spot spots ticket tickets booked redeemed redemption redemptions coin coins gem gems token tokens paid spent earned earnings raised donated donation donations revenue wallet budget remaining owed outstanding debt commission commissions payout cash money deposit deposits deposited withdrawn savings funds funded vote votes enrolled registered attendees participants',
);
/** Counts that limit what may be done, where the record is a right to do it a number of times. */
const USES = set('use uses used usage redeem redeemed');
const RIGHTS = set(
  'coupon promo promotion discount voucher gift invite invitation quota allowance pass license licence',
);
/** Points that buy something. */
const POINTS = set('points point');
const REWARDS = set('loyalty reward rewards customer client member membership wallet');
/** Numbers about values that are no values: statistics. */
const STATISTICS = set('count rate percent percentage average avg score trend');

/** Whether a number field of an entity stands for money, goods, places or rights. */
export function isValueField(field: string, entity: string | null): boolean {
  const words = wordsOf(field);
  const owner = wordsOf(entity ?? '');
  const has = (list: ReadonlySet<string>) => words.some((word) => list.has(word));
  const isOf = (list: ReadonlySet<string>) => owner.some((word) => list.has(word.replace(/s$/, '')) || list.has(word));
  if (has(USES) && isOf(RIGHTS)) return true;
  if (has(POINTS) && isOf(REWARDS)) return true;
  return has(VALUES) && !has(STATISTICS);
}
