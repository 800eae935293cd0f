import { wordsOf, type Entity } from '@base44-lint/model';
import type { ExitEntity } from '../../result/exit.js';

/** Names of entities by their words, so that `customer` finds `Customer`. */
export type EntityIndex = ReadonlyMap<string, string>;

export function entityIndex(entities: readonly string[]): EntityIndex {
  return new Map(['User', ...entities].map((name) => [key(wordsOf(name)), name]));
}

/** Fields that hold ids of rows of another entity: `customer_id`, `assignedDriverIds`, by the name before the id. */
export function relationsOf({ name: own, fields }: Entity, entities: EntityIndex): ExitEntity['relations'] {
  return fields.flatMap(({ name, type }) => {
    if (type !== 'string' && type !== 'array') return [];
    const words = wordsOf(name);
    const last = words.pop();
    if ((last !== 'id' && last !== 'ids') || words.length === 0) return [];
    if (key(words) === 'parent') return [{ field: name, entity: own }];
    // The longest end of the name that is an entity: `parent_task_id` is a Task, `task_template_id` a TaskTemplate.
    for (let from = 0; from < words.length; from++) {
      const entity = entities.get(key(words.slice(from)));
      if (!entity) continue;
      // `task_id` of a Task is a number of its own.
      if (words.slice(0, from).some((word) => foreign.has(word)) || (from === 0 && entity === own)) return [];
      return [{ field: name, entity }];
    }
    return [];
  });
}

/** Words of ids that another system gives out: `stripe_customer_id` is no Customer, `provider_message_id` no Message. */
const foreign = new Set(
  'provider external stripe paypal square google gmail microsoft facebook instagram twilio whatsapp telegram slack openai remote source sdk zoom quickbooks xero shopify hubspot resend email'.split(
    ' ',
  ),
);

/** Words without the plural of the last one, so that `Tasks` and `task` meet. */
function key(words: readonly string[]): string {
  return words.join(' ').replace(/ies$/, 'y').replace(/s$/, '');
}
