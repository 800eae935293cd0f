/**
 * The strongly connected components of a directed graph (Tarjan 1972), each before those that lead to it, so that
 * what a component reaches is known when its turn comes. Without recursion: call chains may be longer than the stack.
 */
export function componentsOf(count: number, successors: (node: number) => readonly number[]): readonly number[][] {
  const components: number[][] = [];
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  let next = 0;

  const open = (node: number) => {
    order[node] = low[node] = next++;
    onStack[node] = 1;
    stack.push(node);
    return { node, rest: successors(node), at: 0 };
  };
  const lower = (node: number, to: number) => {
    low[node] = Math.min(low[node]!, to);
  };
  const close = (node: number) => {
    if (low[node] !== order[node]) return;
    const component = stack.splice(stack.lastIndexOf(node));
    for (const member of component) onStack[member] = 0;
    components.push(component);
  };

  for (let start = 0; start < count; start++) {
    if (order[start] !== -1) continue;
    const path = [open(start)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const successor = top.rest[top.at++];
      if (successor === undefined) {
        path.pop();
        close(top.node);
        const below = path.at(-1);
        if (below) lower(below.node, low[top.node]!);
      } else if (order[successor] === -1) path.push(open(successor));
      else if (onStack[successor]) lower(top.node, order[successor]!);
    }
  }
  return components;
}
