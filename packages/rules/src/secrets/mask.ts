/** Prefixes that name a provider or a kind of value and are the same for everyone, so showing them gives nothing away. */
const publicPrefixes = [
  'sk-',
  'sk_',
  'rk_',
  'ghp_',
  'gho_',
  'xox',
  'SG.',
  'AIza',
  'AKIA',
  'ASIA',
  're_',
  'eyJ',
  'npm_',
  'hf_',
  'gsk_',
];

/**
 * What may be shown of a secret: at most the first four characters, and those only where they are a provider's public
 * prefix and a small part of the whole. Never any other character, and not the length: that much holds for messages. An
 * excerpt of the code shows a star for each hidden character instead, so that its columns stay those of the file.
 */
export function mask(secret: string): string {
  const prefix = secret.length >= 16 ? (publicPrefixes.find((start) => secret.startsWith(start)) ?? '') : '';
  return `${prefix.slice(0, 4)}***`;
}
