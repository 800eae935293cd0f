const nouns =
  'Order Customer Invoice Project Task Booking Payment Product Vendor Shift Vehicle Employee Contract Lead Campaign Ticket Document Site Report Expense'.split(
    ' ',
  );
const parts = ['', 'Item', 'Note', 'Log', 'Template', 'Status', 'Member', 'Plan', 'Summary', 'Alert'];
const fields = 'title status amount priority notes due_date email phone category quantity address score'.split(' ');

/**
 * What a generated app is about.
 *
 * @typedef {object} Entity
 * @property {string} name
 * @property {string[]} fields
 * @property {boolean} isOwned holds the key of a tenant.
 *
 * @param {import('./random.mjs').Random} random
 * @param {number} count
 * @returns {Entity[]}
 */
export function entities(random, count) {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / (nouns.length * parts.length));
    const name = `${nouns[index % nouns.length]}${parts[Math.floor(index / nouns.length) % parts.length]}${round || ''}`;
    const start = random.below(fields.length - 5);
    return { name, fields: fields.slice(start, start + 5), isOwned: random.chance(0.4) };
  });
}

/** `OrderItem` → `orderItem`. */
export const lowerFirst = (name) => name.charAt(0).toLowerCase() + name.slice(1);

/** `OrderItem` → `order item`. */
export const words = (name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
