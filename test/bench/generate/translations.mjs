import { words } from './domain.mjs';

const sentences = [
  'Enter your password to continue',
  'The record was saved',
  'Are you sure that you want to delete this entry?',
  'Nothing was found for this search',
  'API key is required',
  'Sign in with your e-mail address',
  'An unexpected error occurred, please try again',
];

/** A table of texts by key. Such files are long, and full of words that look like those of secrets. */
export function translations(random, entities, language) {
  const lines = Array.from({ length: 150 + random.below(250) }, (_, index) => {
    const { name, fields } = random.pick(entities);
    return `  '${words(name).replaceAll(' ', '_')}.${random.pick(fields)}.${index}': '${random.pick(sentences)} (${language})',`;
  });
  return `export const ${language} = {\n${lines.join('\n')}\n};\n`;
}
