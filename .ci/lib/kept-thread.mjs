import { ThreadsPoolWorker } from 'vitest/node';

/**
 * A vitest plugin for programs that start the same tests thousands of times, as Stryker does for each mutant: all runs
 * share one thread, in which the modules stay loaded. It makes such a run ten times as fast. Needs `isolate: false`.
 *
 * @returns {import('vite').Plugin}
 */
export function keptThread() {
  const name = 'kept-thread';
  let thread;
  const take = (options) => (thread ??= startThread(options, () => (thread = undefined)));
  return {
    name,
    configureVitest({ project }) {
      project.config.pool = name;
      project.config.poolRunner = { name, createPoolWorker: (options) => visitorOf(take(options)) };
    },
  };
}

/** @param {() => void} onExit called when the thread has ended by itself, as by lack of memory. */
function startThread(options, onExit) {
  const worker = new ThreadsPoolWorker(options);
  const started = worker.start().then(() => worker.on('exit', onExit));
  return { worker, started, isSetUp: false };
}

/**
 * What vitest takes for a worker of one run: it is told that the thread has started and stopped, and only the runs get
 * through, each with its own configuration (it holds the names of the tests to run).
 */
function visitorOf(thread) {
  const listeners = [];
  let config;
  const answer = (type) =>
    queueMicrotask(() => {
      for (const [event, listener] of [...listeners])
        if (event === 'message') listener({ type, __vitest_worker_response__: true });
    });
  return {
    name: 'kept-thread',
    start: () => thread.started,
    async stop() {
      for (const [event, listener] of listeners.splice(0)) thread.worker.off(event, listener);
    },
    on(event, listener) {
      listeners.push([event, listener]);
      thread.worker.on(event, listener);
    },
    off(event, listener) {
      thread.worker.off(event, listener);
    },
    deserialize: (message) => message,
    send(message) {
      if (message.type === 'stop') return answer('stopped');
      if (message.type === 'start') {
        config = message.context.config;
        if (thread.isSetUp) return answer('started');
        thread.isSetUp = true;
      }
      thread.worker.send(message.type === 'run' ? { ...message, context: { ...message.context, config } } : message);
    },
  };
}
