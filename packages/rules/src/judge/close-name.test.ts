import { describe, expect, test } from 'vitest';
import { closeName } from './close-name.js';

describe('the name that was surely meant', () => {
  test.each([
    ['Orders', ['Order', 'Invoice'], 'Order'],
    ['Categories', ['Category', 'Course'], 'Category'],
    ['orderItem', ['order_items', 'order_total'], 'order_items'],
    ['stauts', ['status', 'state'], undefined],
    ['statuss', ['status', 'state'], 'status'],
    ['cancelled_date', ['canceled_date', 'created_date'], 'canceled_date'],
    ['descripton', ['description'], 'description'],
  ])('for %s among %j: %s', (word, known, expected) => {
    expect(closeName(word, known)).toBe(expected);
  });

  test.each([
    ['a name with another word', 'validateSecondaryReservation', ['validateReservation']],
    ['another word of the same length', 'ExpenseEntry', ['RevenueEntry']],
    ['a part of the name', 'PlaylistItem', ['Playlist']],
    ['two that are the same', 'order', ['Order', 'orders']],
    ['another verb', 'updateConversation', ['createConversation']],
    ['short words', 'Tag', ['Tab']],
    ['nothing known', 'Order', []],
  ])('none: %s', (_, word, known) => {
    expect(closeName(word, known)).toBeUndefined();
  });
});
