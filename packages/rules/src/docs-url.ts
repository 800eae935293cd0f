const base = 'https://github.com/base44-lint/base44-lint/blob/main/docs/rules';

/** Address of a rule's page, the same in editors and reports. The name is without the `base44/` prefix. */
export function docsUrl(rule: string): string {
  return `${base}/${rule}.md`;
}
