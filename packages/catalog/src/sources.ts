/** Where a statement of the catalogue comes from. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /**
   * `package`: published code that was read or run; strong for what the client does, weaker for the server.
   * `documentation`: pages of the vendor, read as saved copies of different age. `repository`: public code and threads
   * of the vendor. `third-party`: articles by others; what they say is a claim, not proof.
   */
  readonly kind: 'package' | 'documentation' | 'repository' | 'third-party';
}

const records = {
  sdk: {
    title: '@base44/sdk, 49 versions from 0.1.2 to 0.8.50 compared',
    url: 'https://www.npmjs.com/package/@base44/sdk',
    kind: 'package',
  },
  cli: { title: 'base44 command line 0.1.18', url: 'https://www.npmjs.com/package/base44', kind: 'package' },
  'vite-plugin': {
    title: '@base44/vite-plugin 1.0.42',
    url: 'https://www.npmjs.com/package/@base44/vite-plugin',
    kind: 'package',
  },
  docs: { title: 'Base44 documentation, as a whole', url: 'https://docs.base44.com', kind: 'documentation' },
  'docs-entity-security': {
    title: 'Base44 documentation: entity security',
    url: 'https://docs.base44.com/developers/backend/resources/entities/security',
    kind: 'documentation',
  },
  'docs-rls': {
    title: 'Base44 documentation: row-level security reference',
    url: 'https://docs.base44.com/developers/skills/base44-platform-entities/references/rls.md',
    kind: 'documentation',
  },
  'docs-security-scan': {
    title: 'Base44 documentation: running a security scan',
    url: 'https://docs.base44.com/Setting-up-your-app/running-a-security-scan',
    kind: 'documentation',
  },
  'docs-security-overview': {
    title: 'Base44 documentation: security overview',
    url: 'https://docs.base44.com/Setting-up-your-app/security-overview',
    kind: 'documentation',
  },
  'docs-sso': {
    title: 'Base44 documentation: setting up SSO',
    url: 'https://docs.base44.com/Setting-up-your-app/Setting-up-SSO',
    kind: 'documentation',
  },
  'docs-audit-logs': {
    title: 'Base44 documentation: audit logs API',
    url: 'https://docs.base44.com/developers/references/audit-logs-api',
    kind: 'documentation',
  },
  'docs-enterprise': {
    title: 'Base44 documentation: Enterprise, getting started for admins',
    url: 'https://docs.base44.com/Enterprise/getting-started-admin',
    kind: 'documentation',
  },
  'docs-privacy': {
    title: 'Base44 documentation: privacy and security',
    url: 'https://docs.base44.com/Community-and-support/Privacy-and-security',
    kind: 'documentation',
  },
  'docs-seo': {
    title: 'Base44 documentation: SEO and search visibility',
    url: 'https://docs.base44.com/Performance-and-SEO/SEO-and-search-visibility',
    kind: 'documentation',
  },
  'docs-github': {
    title: 'Base44 documentation: local development with GitHub',
    url: 'https://docs.base44.com/developers/app-code/local-development/github',
    kind: 'documentation',
  },
  'docs-workspace-integrations': {
    title: 'Base44 documentation: managing workspace integrations',
    url: 'https://docs.base44.com/documentation/integrations/managing-workspace-integrations',
    kind: 'documentation',
  },
  'docs-workflows': {
    title: 'Base44 documentation: creating workflows',
    url: 'https://docs.base44.com/Building-your-app/Creating-workflows',
    kind: 'documentation',
  },
  'docs-credits': {
    title: 'Base44 documentation: credits',
    url: 'https://docs.base44.com/Account-and-billing/Credits',
    kind: 'documentation',
  },
  skills: {
    title: 'base44/skills: reference pages for coding agents',
    url: 'https://github.com/base44/skills',
    kind: 'repository',
  },
  'sdk-pr-166': {
    title: 'base44/javascript-sdk #166: types for query operators',
    url: 'https://github.com/base44/javascript-sdk/pull/166',
    kind: 'repository',
  },
  'sdk-pr-178': {
    title: 'base44/javascript-sdk #178: accounts (open)',
    url: 'https://github.com/base44/javascript-sdk/pull/178',
    kind: 'repository',
  },
  'sdk-pr-206': {
    title: 'base44/javascript-sdk #206: service role bypasses access rules',
    url: 'https://github.com/base44/javascript-sdk/pull/206',
    kind: 'repository',
  },
  'limitations-article': {
    title: 'Base44Devs: Base44 Limitations Explained',
    url: 'https://www.base44devs.com/blog',
    kind: 'third-party',
  },
  'limitations-faq': {
    title: 'Base44Devs: Base44 Limitations Explained, questions and answers',
    url: 'https://www.base44devs.com/blog',
    kind: 'third-party',
  },
  'readiness-article': {
    title: 'Base44Devs: Is Base44 Production-Ready?',
    url: 'https://www.base44devs.com/blog',
    kind: 'third-party',
  },
  'integrations-article': {
    title: 'CodeConductor: Base44 Integrations, What to Know About Credit Limits',
    url: 'https://codeconductor.ai/blog/base44-integrations/',
    kind: 'third-party',
  },
  'hipaa-article': {
    title: 'Base44Devs: Base44, HIPAA and GDPR',
    url: 'https://www.base44devs.com/blog/base44-hipaa-gdpr-compliance',
    kind: 'third-party',
  },
  'webhooks-article': {
    title: 'Base44Devs: webhooks require active users',
    url: 'https://www.base44devs.com/fix/webhooks-require-active-users',
    kind: 'third-party',
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof records;

/** Every source that the catalogue cites, by key. */
export const sources: Readonly<Record<SourceKey, Source>> = records;
