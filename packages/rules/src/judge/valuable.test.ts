import { describe, expect, test } from 'vitest';
import { isValueField } from './valuable.js';

describe('a number that stands for money, goods, places or rights', () => {
  test.each([
    ['balance', null],
    ['stock_quantity', 'Product'],
    ['seatsLeft', 'Event'],
    ['remaining', 'Budget'],
    ['amount_paid', 'Invoice'],
    ['used_count', 'Coupon'],
    ['uses', 'PromoCode'],
    ['redeemed', 'GiftCards'],
    ['usage', 'License'],
    ['points', 'LoyaltyCard'],
    ['point_total', 'CustomerRewards'],
  ])('%s of %s', (field, entity) => expect(isValueField(field, entity)).toBe(true));

  test.each([
    ['views', 'Post'],
    ['stock_count', 'Product'],
    ['average_amount', 'Order'],
    ['credit_score', 'Client'],
    ['used_count', 'Prompt'],
    ['uses', null],
    ['points', 'Course'],
    ['points', null],
    ['order', 'Task'],
    ['amounts', 'Order'],
  ])('not %s of %s', (field, entity) => expect(isValueField(field, entity)).toBe(false));
});
