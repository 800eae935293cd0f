import { effortOf } from '../assess/effort.js';
import { verdictsOf } from '../assess/limitations.js';
import type { Sight } from '../assess/sight.js';
import type { ReportOptions } from '../report/reporter.js';
import type { AppReport, AppSummary, Finding, Location, ScanResult } from '../result.js';
import { sampleSections } from './sections.js';

/** Results made by hand, so that reports are tested without scanning anything. */

export const options: ReportOptions = {
  minSeverity: 'info',
  section: null,
  explain: false,
  failOn: 'high',
  color: false,
  groupBy: 'file',
  all: false,
  repositoryPath: '',
};

export function sampleFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'no-unfiltered-list',
    severity: 'critical',
    confidence: 'certain',
    message: 'Everyone who opens this app can read every row of Client.',
    location: { file: 'src/pages/Clients.jsx', start: { line: 12, column: 24 }, end: { line: 12, column: 53 } },
    limitations: ['data-default-open'],
    evidence: [
      {
        note: 'has no `rls` key',
        location: {
          file: 'base44/entities/Client.jsonc',
          start: { line: 2, column: 11 },
          end: { line: 2, column: 19 },
        },
      },
    ],
    advice: 'Give Client a read rule, or read only the rows of the signed-in user with filter().',
    suppression: null,
    identity: '0123456789abcdef0123456789abcdef',
    contentIdentity: '00112233445566778899aabbccddeeff',
    symbol: 'ClientsPage.load',
    lineHash: 'a7f2ff13bc495cf2:1',
    suggestions: [],
    excerpt: {
      startLine: 11,
      startColumn: 1,
      lines: ['  useEffect(() => {', '    const rows = await base44.entities.Client.list();', '    setRows(rows);'],
    },
    ...overrides,
  };
}

/** An entry of a baseline that accepts a finding. */
export const accepted = {
  kind: 'baseline' as const,
  reason: 'Until the [move]',
  entry: '0123456789abcdef',
  file: 'base44-lint.baseline.json',
  addedOn: '2026-11-01',
  expires: null,
  movedFrom: null,
};

export const suppressed = sampleFinding({
  severity: 'high',
  message: 'Every signed-in user can read every row of Note.',
  location: { file: 'src/pages/Notes.jsx', start: { line: 3, column: 1 }, end: { line: 3, column: 12 } },
  identity: 'f'.repeat(32),
  excerpt: {
    startLine: 2,
    startColumn: 1,
    lines: ['// eslint-disable-next-line base44/no-unfiltered-list -- Notes are public on purpose', 'Note.list();'],
  },
  suppression: {
    kind: 'comment',
    reason: 'Notes are public on purpose',
    all: false,
    location: { file: 'src/pages/Notes.jsx', start: { line: 2, column: 1 }, end: { line: 2, column: 84 } },
  },
});

const inFile = (file: string, line: number): Location => ({
  file,
  start: { line, column: 3 },
  end: { line, column: 20 },
});
const open = {
  kind: 'open' as const,
  reason: 'no `rls` key',
  roles: [],
  location: inFile('base44/entities/Client.jsonc', 2),
};
const owner = {
  kind: 'owner' as const,
  reason: '`created_by` equals the user',
  roles: [],
  location: inFile('base44/entities/Note.jsonc', 9),
};

export const summary: AppSummary = {
  root: '',
  name: 'Harbor CRM',
  layout: 'base44-folder',
  visibility: 'public',
  sdk: {
    frontend: { version: '0.8.31', source: 'lock' },
    functions: [{ version: '0.8.25', source: 'pin', functions: 3 }],
  },
  counts: {
    entities: 2,
    functions: 3,
    agents: 1,
    workflows: 0,
    files: 80,
    codeFiles: 60,
    codeLines: 4200,
    relevantFiles: 21,
    entityCalls: 44,
  },
  schemas: { state: 'all', missing: [] },
  tenants: [{ field: 'organization_id', reason: 'named by the read rules', source: 'rls', confidence: 'certain' }],
  entities: [
    {
      name: 'Client',
      file: 'base44/entities/Client.jsonc',
      fields: 9,
      openFields: false,
      sensitive: ['email', 'phone'],
      holds: { personal: ['email', 'phone'], secret: [], regulated: [], owner: [] },
      tenantKeys: ['organization_id'],
      access: { create: open, read: open, update: owner, delete: owner },
    },
    {
      name: 'Note',
      file: 'base44/entities/Note.jsonc',
      fields: 3,
      openFields: false,
      sensitive: [],
      holds: { personal: [], secret: [], regulated: [], owner: ['user_id'] },
      tenantKeys: [],
      access: { create: owner, read: owner, update: owner, delete: owner },
    },
  ],
  entityUses: [
    {
      entity: 'Client',
      sure: true,
      operation: 'read',
      methods: ['filter', 'list'],
      zone: 'frontend',
      role: 'user',
      calls: 3,
      places: [inFile('src/pages/Clients.jsx', 12), inFile('src/pages/Home.jsx', 40)],
    },
    {
      entity: 'Client',
      sure: true,
      operation: 'update',
      methods: ['update'],
      zone: 'function',
      role: 'service',
      calls: 1,
      places: [inFile('base44/functions/mark/entry.ts', 14)],
    },
    {
      entity: null,
      sure: false,
      operation: 'read',
      methods: ['list'],
      zone: 'function',
      role: 'unknown',
      calls: 1,
      places: [inFile('base44/functions/export/entry.ts', 8)],
    },
  ],
  functions: [
    {
      name: 'mark',
      file: 'base44/functions/mark/entry.ts',
      code: 'seen',
      authentication: {
        verdict: 'always',
        reason: 'Asks for the signed-in user before 2 calls.',
        places: [{ note: 'asks for the signed-in user', location: inFile('base44/functions/mark/entry.ts', 6) }],
      },
      authorisation: {
        verdict: 'never',
        reason: '2 calls run without it.',
        places: [{ note: 'update on Client runs without', location: inFile('base44/functions/mark/entry.ts', 14) }],
      },
      serviceRole: { calls: 1, places: [inFile('base44/functions/mark/entry.ts', 14)] },
      environment: [{ name: 'STRIPE_KEY', location: inFile('base44/functions/mark/entry.ts', 3) }],
      paid: [
        {
          member: 'integrations.Core.SendEmail',
          kind: 'mail',
          calls: 1,
          location: inFile('base44/functions/mark/entry.ts', 20),
        },
      ],
      outside: [
        {
          service: 'Stripe',
          kind: 'payment',
          calls: 1,
          ownersKey: true,
          location: inFile('base44/functions/mark/entry.ts', 18),
        },
      ],
      callers: [
        {
          kind: 'browser',
          name: 'src/pages/Clients.jsx',
          sure: true,
          active: true,
          location: inFile('src/pages/Clients.jsx', 30),
        },
        {
          kind: 'schedule',
          name: 'Nightly',
          sure: true,
          active: false,
          location: inFile('base44/functions/mark/function.jsonc', 4),
        },
      ],
      unnamedCallers: false,
    },
  ],
};

/** Everything that a verdict may need is in sight. */
export const fullSight: Sight = {
  missingFunctions: [],
  shimCalls: 0,
  unversioned: [],
  schedules: 1,
  authConfig: true,
  browserCode: true,
  page: true,
  manifest: true,
};

export function sampleApp(findings: readonly Finding[], overrides: Partial<AppReport> = {}): AppReport {
  return {
    app: summary,
    findings: [...findings],
    limitations: verdictsOf(findings, { app: summary, sight: fullSight, ran: [], off: [], unseenFiles: [] }),
    ...structuredClone(sampleSections),
    notChecked: [
      {
        file: 'src/lib/broken.js',
        reason: 'The code could not be parsed, so nothing in it was checked: Unexpected token.',
      },
    ],
    unusedSuppressions: [],
    baseline: null,
    since: null,
    ...overrides,
  };
}

export function sampleResult(...apps: readonly AppReport[]): ScanResult {
  return {
    schemaVersion: '1.0',
    tool: { name: 'base44-scan', version: '0.1.0' },
    rules: [
      {
        name: 'no-unfiltered-list',
        description: 'disallow reads that return every row to every user',
        limitations: ['data-default-open'],
        precision: 'high',
        cwe: 'CWE-862',
        effort: effortOf('no-unfiltered-list'),
      },
    ],
    apps: [...apps],
  };
}

/** One critical finding, one that is suppressed, one file that was not checked. */
export const everyday = sampleResult(sampleApp([sampleFinding(), suppressed]));

/** Nothing found at all. */
export const clean = sampleResult(sampleApp([], { notChecked: [] }));
