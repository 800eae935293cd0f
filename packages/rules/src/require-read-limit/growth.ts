import { wordsOf } from '@base44-lint/model';

/** Last words of the names of entities that get a row for everything that happens. */
const EVENTS = new Set(
  'log logs event events message messages notification notifications activity activities order orders transaction transactions payment payments visit visits view views click clicks metric metrics history audit session sessions entry entries interaction interactions record records attendance checkin checkins scan scans reading readings response responses submission submissions comment comments ping location alert alerts'.split(
    ' ',
  ),
);

/** True where the name says that rows are added for as long as the app is used. */
export function growsWithUse(entity: string): boolean {
  const words = wordsOf(entity);
  return EVENTS.has(words.at(-1)?.toLowerCase() ?? '');
}
