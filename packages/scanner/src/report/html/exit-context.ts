/** Where the section stands in the page. */
export interface ExitContext {
  /** What ids begin with, so that they differ between the apps of one page. */
  readonly prefix: string;
  /** How the app is called. */
  readonly label: string;
}
