/** The machine or the network is not as needed; the message says in one line what happened and what to do. */
export class SetupError extends Error {
  /** @param {string} message @param {string} [details] output of the tool that failed, shown below the message. */
  constructor(message, details = '') {
    super(message);
    this.details = details;
  }
}

/**
 * Runs a script's main function and turns its failure into one line and exit code 2.
 *
 * @param {() => Promise<number>} main returns the exit code.
 */
export async function exitWith(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    if (error.details) console.error(error.details.trimEnd());
    console.error(`base44-lint: ${error.message}`);
    process.exitCode = 2;
  }
}
