/**
 * Splits a name as developers write it into lower-case words: `ownerEmail`, `owner_email`, `OwnerEMail2` …
 * Matching whole words is what keeps `mobile_menu`, `cardinality` and `tokens_used` apart from phone, card and token.
 */
export function wordsOf(name: string): string[] {
  return name
    .replace(/[a-z\d](?=[A-Z])/g, '$& ')
    .replace(/[A-Z](?=[A-Z][a-z])/g, '$& ')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
