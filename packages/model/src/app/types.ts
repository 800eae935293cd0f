/**
 * What an exported app is, apart from its code. Plain, serialisable data: `loadApp` builds it from a source tree,
 * rules and reports read it. All paths are relative to the scanned tree and use `/`.
 */

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
  readonly notChecked: readonly NotChecked[];
  readonly settings: Settings;
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
  /** Rule name → options of that rule. */
  readonly ruleOptions: Readonly<Record<string, unknown>>;
}

/** Files of a scanned tree. Implementations never follow links out of the tree and never execute anything. */
export interface SourceTree {
  /** Relative paths with `/`, sorted. */
  readonly files: readonly string[];
  /** Text of a file without its byte-order mark. Throws an `Error` whose message is one clear clause. */
  read(file: string): string;
}
