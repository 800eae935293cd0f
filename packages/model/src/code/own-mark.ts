import type { Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import type { Scoped } from './link.js';
import { traitsOf } from './traits.js';

/** Lists that say who liked, read or saved something. Who is on a list of members or editors has rights by it. */
const MARKS =
  /like|react|read_?by|seen|view|favou?rit|saved|bookmark|follow|upvote|vote|poll|rsvp|interested|attend|dismiss|hidden|hide|mute|star|heart|clap|acknowledg/i;
/** What goes along with a mark: how many there are, and when it was made. */
const BESIDE = /count|total|likes|votes|hearts|stars|(?:_at|_date|At|Date)$|^(?:is_read|read|seen|viewed)$/i;

/** `{ liked_by: [...post.liked_by, user.email], likes: post.likes + 1 }`: everybody may make a mark of their own. */
export function isOwnMark({ file, term }: Scoped, interpreter: Interpreter): boolean {
  if (term.t !== 'object' || term.spreads.length > 0 || term.props.length === 0) return false;
  const isList = (name: string, value: Term): boolean => {
    const traits = traitsOf({ file, term: value }, interpreter);
    return MARKS.test(name) && traits.has('me') && traits.has('row');
  };
  const isBeside = (name: string, value: Term): boolean => {
    const traits = traitsOf({ file, term: value }, interpreter);
    return BESIDE.test(name) && (traits.has('row') || !traits.has('input'));
  };
  return (
    term.props.some(([name, value]) => isList(name, value)) &&
    term.props.every(([name, value]) => isList(name, value) || isBeside(name, value))
  );
}
