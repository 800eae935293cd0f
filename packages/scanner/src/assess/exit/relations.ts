import { wordsOf, type Entity } from '@base44-lint/model';
import type { ExitEntity } from '../../result/exit.js';

/** Fields that hold ids of rows of another entity: `customer_id`, `assignedDriverIds`, by the name before the id. */
export function relationsOf({ name: own, fields }: Entity, entities: readonly string[]): ExitEntity['relations'] {
  const byWords = new Map(['User', ...entities].map((name) => [key(wordsOf(name)), name]));
  return fields.flatMap(({ name, type }) => {
    if (type !== 'string' && type !== 'array') return [];
    const words = wordsOf(name);
    const last = words.pop();
    if ((last !== 'id' && last !== 'ids') || words.length === 0) return [];
    if (key(words) === 'parent') return [{ field: name, entity: own }];
    // The longest end of the name that is an entity: `parent_task_id` is a Task, `task_template_id` a TaskTemplate.
    for (let from = 0; from < words.length; from++) {
      const entity = byWords.get(key(words.slice(from)));
      if (entity) return [{ field: name, entity }];
    }
    return [];
  });
}

/** Words without the plural of the last one, so that `Tasks` and `task` meet. */
function key(words: readonly string[]): string {
  return words.join(' ').replace(/ies$/, 'y').replace(/s$/, '');
}
