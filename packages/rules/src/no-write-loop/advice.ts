import { supports } from '@base44-lint/catalog';
import type { EntityCall, FileView, LoopContext } from '@base44-lint/model';
import { isInside, isMadeFrom } from '../judge/repetition.js';

/** What to do instead, by what the loop does and by what the SDK of the zone has. */
export function adviceFor(call: EntityCall, loop: LoopContext, file: FileView, version: string | null): string {
  if (isUpsert(call, loop, file)) return upsertAdvice(version);
  return call.method === 'create' ? CREATE : updateAdvice(call, loop, version);
}

const CREATE =
  'Collect the records and create them in one request, `bulkCreate([…])`, which every SDK version has; very long lists go in chunks of a few hundred.';

/** The turn creates what is missing and updates what is there. */
function isUpsert(call: EntityCall, loop: LoopContext, { entityCalls }: FileView): boolean {
  const other = call.method === 'create' ? 'update' : 'create';
  return entityCalls.some((one) => one.method === other && one.entity.name === call.entity.name && isInside(loop, one));
}

function upsertAdvice(version: string | null): string {
  switch (supports(version, 'entities.upsert')) {
    case 'yes':
      return 'Hand all records to one `upsert(records, { key })`, up to 500 at a time.';
    case 'no':
      return `Read the existing records in one request before the loop, then write the new ones with \`bulkCreate\`${supports(version, 'entities.bulkUpdate') === 'yes' ? ' and the others with `bulkUpdate`' : ''}; from SDK 0.8.49 on one \`upsert(records, { key })\` does both.`;
    default:
      return 'From SDK 0.8.49 on hand all records to one `upsert(records, { key })`; before, read the existing ones in one request and write the new ones with `bulkCreate`.';
  }
}

function updateAdvice(call: EntityCall, loop: LoopContext, version: string | null): string {
  const data = call.args[1];
  const isSame = isInside(loop, call) && data?.t === 'object' && data.spreads.length === 0 && !isMadeFrom(data, loop);
  const way = isSame
    ? '`updateMany({ id: { $in: ids } }, { $set: { … } })`'
    : '`bulkUpdate([{ id, … }, …])`, up to 500 records at a time';
  switch (supports(version, isSame ? 'entities.updateMany' : 'entities.bulkUpdate')) {
    case 'yes':
      return `Write them in one request, ${way}.`;
    case 'no':
      return `Raise the SDK from ${version} to 0.8.22 or later and write them in one request, ${way}; until then keep the list short and show which records were written.`;
    default:
      return `From SDK 0.8.22 on write them in one request, ${way}.`;
  }
}
