/** What a page says besides the credits section. */
export interface CreditsContext {
  /** Makes names of regions unique where a report holds several apps. */
  readonly label: string;
}
