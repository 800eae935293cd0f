/**
 * What an exported app is, apart from its code. Plain, serialisable data: `loadApp` builds it from a source tree,
 * rules and reports read it. All paths are relative to the scanned tree and use `/`.
 */

import type { ComplianceNeed, CriterionId, PlanId } from '@base44-lint/catalog';

/** UTF-16 offsets into the text of a file; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a file, for evidence that lies outside the file in which a finding is reported. */
export interface Place extends Span {
  readonly file: string;
}

/** What could not be read or understood. Never counted as clean. */
export interface NotChecked {
  readonly file: string;
  /** One sentence: what is wrong and what that leaves unseen. */
  readonly reason: string;
}

export type Operation = 'create' | 'read' | 'update' | 'delete';

/** How a rule lets everyone in: by what is written in the schema file. */
export type OpenShape = 'no-rls' | 'absent' | 'null' | 'empty' | 'true';

/**
 * Who may perform an operation, decided from the rule text (platform-facts section 2).
 * - `open`: everyone; on a public app also people who never signed in.
 * - `owner`: only rows of the signed-in user (`created_by`, `created_by_id`, or a field compared to `{{user.id}}`/`{{user.email}}`).
 * - `tenant`: only rows whose field equals a custom field of the user (`{{user.data.x}}`).
 * - `role`: only users with a role or attribute (`user_condition`), no row condition.
 * - `mixed`: alternatives of different kinds, none of them open.
 * - `public-part`: rows that a constant condition selects are open (for example `data.status = published`), others are not.
 * - `blocked`: `false`, nobody but the service role.
 * - `never`: a condition that cannot match any row or user.
 * - `platform`: the built-in rules of the User entity.
 * - `unknown`: no schema in the export, unreadable, or a shape we do not know.
 */
export type AccessKind =
  'open' | 'owner' | 'tenant' | 'role' | 'mixed' | 'public-part' | 'blocked' | 'never' | 'platform' | 'unknown';

/**
 * What is wrong with a part of a rule. `text` is the part as written, `expected` what belongs there where that is sure.
 * - `template`: `{{user.branch}}`: outside the documented roots, never filled in. `expression`: code in braces.
 * - `built-in-field`: `data.created_by`, where the field is built in. `unknown-field`: not in the schema.
 *   `bare-field`: a field of the schema without `data.`.
 * - `operator`, `combinator`: no operator of rules. `unconfirmed-operator`: validated, but not documented for rules.
 *   `operand`: an object where an operator needs a list.
 * - `user-operator`: an operator in `user_condition`, which knows equality only. `empty-user-condition`: nothing in it.
 *   `attribute`: no attribute of a user. `role`: not one of the two that the platform assigns.
 * - `mismatch`: the e-mail of the creator compared to an id, or the other way round.
 * - `shape`: no condition at all.
 */
export interface RuleProblem {
  readonly kind:
    | 'template'
    | 'expression'
    | 'built-in-field'
    | 'unknown-field'
    | 'bare-field'
    | 'operator'
    | 'unconfirmed-operator'
    | 'combinator'
    | 'operand'
    | 'user-operator'
    | 'empty-user-condition'
    | 'attribute'
    | 'role'
    | 'mismatch'
    | 'shape';
  readonly text: string;
  readonly expected?: string;
  /** `never`: this part matches no row or user; `always`: it holds for every row; `unknown`: not documented. */
  readonly effect: 'never' | 'always' | 'unknown';
}

/** A problem at its place in the schema file. */
export interface RuleIssue extends RuleProblem {
  /** The key or the value that carries the fault. */
  readonly place: Place;
  /** It stands in one of several alternatives, which may match without it. */
  readonly alternative: boolean;
}

export interface Access {
  readonly kind: AccessKind;
  /** Only with `open`. */
  readonly shape?: OpenShape;
  /** Schema fields that the condition compares to the user, without `data.` (`organization_id`, `created_by`). */
  readonly fields: readonly string[];
  /** Custom user fields that the condition trusts (`user.data.x` → `x`). */
  readonly userFields: readonly string[];
  /** Roles named by `user_condition`. */
  readonly roles: readonly string[];
  /** Every signed-in user passes although a condition is written: it names the role `user`, which everyone has. */
  readonly everyUser?: boolean;
  /** True where the verdict comes from the `write` shorthand. */
  readonly viaWrite: boolean;
  /** Why, in one short clause for reports: "no `rls` key", "`read` is null", "`data.org_id` equals the user's `org_id`". */
  readonly reason: string;
  /** Parts of the rule that do not do what they say, in order of place; left out where there are none. */
  readonly issues?: readonly RuleIssue[];
  /** Where the rule stands: key and value of the operation, the `rls` key where the operation is absent, the `name` value where there is no `rls`. */
  readonly place?: Place;
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly description?: string;
  readonly enumValues?: readonly string[];
  readonly place: Place;
  /** Field-level rules, if any, as parsed JSON. */
  readonly rls?: unknown;
}

/** What an entity holds, by its field names and its own name. */
export interface Sensitivity {
  /** Fields that hold data of a person: e-mail, phone, address, birth date, full name … */
  readonly personal: readonly string[];
  /** Credentials and the like: tokens, secrets, passwords, API keys. */
  readonly secret: readonly string[];
  /** Health, card, bank, identity number. */
  readonly regulated: readonly string[];
  /** Fields that name the user who owns the row (`user_id`, `owner_email`, …), `created_by*` not included. */
  readonly owner: readonly string[];
  /** True where name and fields say catalogue, setting, content or the like and nothing above was found. */
  readonly reference: boolean;
}

export interface Entity {
  /** `name` of the schema, which may differ from the file name and may hold a dot. */
  readonly name: string;
  readonly file: string;
  readonly fields: readonly Field[];
  readonly access: Readonly<Record<Operation, Access>>;
  readonly holds: Sensitivity;
  /** The `rls` value as parsed JSON; undefined where the key is missing. */
  readonly rls?: unknown;
  /** The schema says `additionalProperties`, so rows may hold fields that it does not name. */
  readonly open?: true;
}

export interface SdkVersion {
  /** Resolved or lowest version, `null` where nothing names the SDK. */
  readonly version: string | null;
  /** `lock`: exact; `pin`: exact, in an `npm:` specifier; `range`: a lower bound from package.json; `none`. */
  readonly source: 'lock' | 'pin' | 'range' | 'none';
  readonly place?: Place;
}

/** `frontend`: runs in the browser; `function`: a backend entry and its modules; `shared`: `base44/shared`; `other`: scripts, tests, tools, other servers. */
export type Zone = 'frontend' | 'function' | 'shared' | 'other';

export interface BackendFunction {
  /** The name that `functions.invoke` uses; may hold `/`. */
  readonly name: string;
  /** The entry file. */
  readonly file: string;
  /** The folder whose files belong to it alone, or undefined for a flat file. */
  readonly folder?: string;
  readonly sdk: SdkVersion;
  /** Named as target of a schedule, workflow or entity automation by a file of the export. */
  readonly triggers: readonly Place[];
  /** What starts it without a caller, by its `function.jsonc` and the workflows that name it. */
  readonly automations: readonly Automation[];
}

/** What starts a function on its own. It runs as the user who created the automation, and each run costs credits. */
export interface Automation {
  /** `connector`: an event of a connected service; `other`: webhook, payment, agent, sign-in, publishing … */
  readonly kind: 'schedule' | 'entity' | 'connector' | 'other';
  readonly name: string | null;
  /** False where its file switches it off. */
  readonly active: boolean;
  /** With `entity`: the entity whose records it watches. */
  readonly entity?: string;
  /** With `entity`: `create`, `update`, `delete`; with `connector`: names of that service's events. */
  readonly events: readonly string[];
  /** With `schedule`. */
  readonly schedule?: Schedule;
  readonly place: Place;
}

/** When a schedule runs. The platform's shortest interval is 5 minutes. All null and false where the file does not say. */
export interface Schedule {
  readonly cron: string | null;
  /** Minutes between two runs, on average; null for cron expressions. A month counts as 30 days. */
  readonly everyMinutes: number | null;
  /** Runs a single time. */
  readonly once: boolean;
}

/** A JSON or JSONC file that was read whole: agents, workflows, connectors, auth config … */
export interface JsonResource {
  readonly name: string;
  readonly file: string;
  readonly value: unknown;
}

export interface TenantKey {
  /** Field name that carries the tenant in entities. */
  readonly field: string;
  /** Why we think so, in one clause. */
  readonly reason: string;
  readonly source: 'config' | 'rls' | 'user-field' | 'context' | 'name';
  /** Only `config`, `rls` and `user-field` are sure enough to report above low. */
  readonly confidence: 'certain' | 'likely' | 'possible';
}

export type Layout = 'base44-folder' | 'old' | 'code-only';

/** Which schemas the export holds, against what the code uses. `unknown` until code was seen (editor). */
export type SchemaState = 'all' | 'some' | 'none';

export interface App {
  /** Folder of the app, relative to the scanned tree; '' for the tree itself. */
  readonly root: string;
  /** Folder that holds `entities`, `functions` …: usually `<root>/base44`; undefined in the old layout. */
  readonly backend?: string;
  readonly name?: string;
  readonly layout: Layout;
  /** From `config.jsonc`; undefined where the export does not say. Public apps serve people who never signed in. */
  readonly visibility?: 'public' | 'private' | 'workspace';
  readonly entities: Readonly<Record<string, Entity>>;
  readonly functions: readonly BackendFunction[];
  readonly agents: readonly JsonResource[];
  readonly workflows: readonly JsonResource[];
  readonly connectors: readonly JsonResource[];
  /** `auth/config.jsonc`: the ways to sign in. */
  readonly auth?: JsonResource;
  /** SDK version of the browser code. */
  readonly sdk: SdkVersion;
  readonly tenants: readonly TenantKey[];
  /** Roots of other apps inside this one; their files do not belong to it. */
  readonly nested?: readonly string[];
  /** What the code names. Only known once all of it was seen (scanner); in an editor one file is in sight. */
  readonly used?: UsedNames;
  /** Code files that no other file of the app imports, as far as the text can tell. Only known to the scanner. */
  readonly unimported?: readonly string[];
  readonly notChecked: readonly NotChecked[];
  readonly settings: Settings;
}

/** Names that the code of an app asks the platform for, sorted, each once. Look-alike clients and tests do not count. */
export interface UsedNames {
  /** Without `User`, which the platform keeps itself. */
  readonly entities: readonly string[];
  readonly functions: readonly string[];
  /** Entities that only look-alike clients are asked for: their rows lie elsewhere. Left out where there are none. */
  readonly imitated?: readonly string[];
}

/** The content of `base44-lint.config.jsonc`, after validation and with defaults filled in. */
export interface Settings {
  readonly tenantFields: readonly string[];
  readonly publicEntities: readonly string[];
  readonly publicFunctions: readonly string[];
  /** Rule name → severity or `off`. */
  readonly severity: Readonly<Record<string, 'critical' | 'high' | 'medium' | 'low' | 'info' | 'off'>>;
  /** Glob patterns (gitignore syntax) of files that are not checked, relative to the app. */
  readonly ignore: readonly string[];
  /** True where a comment that switches a rule off needs a reason to count. Only the scanner can see to that. */
  readonly requireSuppressionReason: boolean;
  /** Rule name → options of that rule. */
  readonly ruleOptions: Readonly<Record<string, unknown>>;
  /** What code cannot tell: the level of a readiness criterion, 0 (worst) to 4. Criteria left out are open. */
  readonly readiness: Readonly<Partial<Record<CriterionId, Level>>>;
  /** Which frameworks the lowest level of regulatory compliance stands for; empty where nobody said. */
  readonly complianceNeeds: readonly ComplianceNeed[];
  readonly usage: Usage;
  readonly exit: {
    /** US dollars for an hour of the people who would move the app: one rate, or from lowest to highest. */
    readonly hourlyRate?: number | readonly [lowest: number, highest: number];
  };
}

export type Level = 0 | 1 | 2 | 3 | 4;

/** How much an app is used, for the projection of credits. What is left out is assumed, and said to be. */
export interface Usage {
  /** People who use the app in a month. */
  readonly users?: number;
  /** Sessions of one of them in a month. */
  readonly sessions?: number;
  /** How often one of them does one action (presses one button, sends one form) in a session. */
  readonly actions?: number;
  /** Minutes that a session lasts, for what the page does on an interval. */
  readonly minutes?: number;
  /** Elements of a list whose length the code does not say. */
  readonly items?: number;
  /** Runs a month by the id of a trigger, as the credits report prints it. Replaces what would be assumed. */
  readonly runs: Readonly<Record<string, number>>;
  /** The plan that the owner pays for. */
  readonly plan?: PlanId;
}

/** Files of a scanned tree. Implementations never follow links out of the tree and never execute anything. */
export interface SourceTree {
  /** Relative paths with `/`, sorted. */
  readonly files: readonly string[];
  /** Text of a file without its byte-order mark. Throws an `Error` whose message is one clear clause. */
  read(file: string): string;
}
