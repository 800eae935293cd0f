import { clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

export function cn(...inputs) {
  return twMerge(clsx(inputs));
}

export const createPageUrl = (page) => `/${page.toLowerCase()}`;

const HTML_ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

export function decodeEntities(text, entities = HTML_ENTITIES) {
  return Object.keys(entities).reduce((result, entity) => result.replaceAll(entity, entities[entity]), text);
}
