import type { FunctionInput } from '../assess/function-summary.js';
import type { Locate } from '../assess/locate.js';

/** For a summary of which nobody asks what its functions do. */
export function unfollowed(locate: Locate): Omit<FunctionInput, 'app' | 'views'> {
  return { locate, functionCalls: () => [], flows: [], unseenFiles: [] };
}
