import { ThreadsPoolWorker } from 'vitest/node';

/**
 * A vitest plugin for programs that start the same tests thousands of times, as Stryker does for each mutant: all runs
 * share one thread, in which the modules stay loaded. It makes such a run ten times as fast. Needs `isolate: false`.
 *
 * @returns a plugin for `plugins` of a vitest configuration.
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
  const thread = { worker, isSetUp: false, isRunning: false, whenIdle: [] };
  thread.idle = () => (thread.isRunning ? new Promise((done) => thread.whenIdle.push(done)) : Promise.resolve());
  const noteEnd = ({ type }) => {
    if (type !== 'testfileFinished') return;
    thread.isRunning = false;
    for (const done of thread.whenIdle.splice(0)) done();
  };
  thread.started = worker.start().then(() => {
    worker.on('exit', onExit);
    worker.on('message', noteEnd);
  });
  return thread;
}

/**
 * What vitest takes for a worker of one run: it is told that the thread has started and stopped, and only the runs get
 * through, each with its own configuration (it holds the names of the tests to run). A run that the first failure has
 * cancelled is still at its end when the next one comes; that one waits, or it would take the other's end for its own.
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
    async start() {
      await thread.started;
      await thread.idle();
    },
    async stop() {
      await thread.idle();
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
      if (message.type === 'stop') return void thread.idle().then(() => answer('stopped'));
      if (message.type === 'start') {
        config = message.context.config;
        if (thread.isSetUp) return answer('started');
        thread.isSetUp = true;
      }
      if (message.type === 'run') thread.isRunning = true;
      thread.worker.send(message.type === 'run' ? { ...message, context: { ...message.context, config } } : message);
    },
  };
}
