import type { ExitWeightId } from '@base44-lint/catalog';
import type { Placed } from '../../result/common.js';
import type { ExitEntity } from '../../result/exit.js';
import { counted } from '../../counted.js';

/** What the terms about entities count, entity by entity. */
export function entityFacts(entities: readonly ExitEntity[]): Partial<Record<ExitWeightId, readonly Placed[]>> {
  const about = (noteOf: (entity: ExitEntity) => string | false): readonly Placed[] =>
    entities.flatMap((entity) => {
      const note = noteOf(entity);
      return note === false
        ? []
        : [{ note: note === '' ? entity.name : `${entity.name}: ${note}`, location: entity.schema }];
    });
  return {
    entity: about(() => ''),
    field: about(({ fields }) => fields !== null && counted(fields, 'field')),
    relation: about(
      ({ relations }) =>
        relations.length > 0 && relations.map(({ field, entity }) => `${field} → ${entity}`).join(', '),
    ),
    'sensitive-entity': about(({ sensitive }) => sensitive !== null && sensitive.length > 0 && sensitive.join(', ')),
    'access-rule': about(({ rules }) => rules !== null && rules.length > 0 && rules.map(ruleInWords).join('; ')),
    'open-entity': about(({ open }) => open.length > 0 && open.join(', ')),
    'unseen-entity': about(({ schema }) => schema === null && ''),
  };
}

function ruleInWords({ operations, reason }: NonNullable<ExitEntity['rules']>[number]): string {
  return operations.length === 0 ? reason : `${operations.join(', ')} where ${reason}`;
}
