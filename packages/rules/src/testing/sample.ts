import {
  documentKindOf,
  loadApp,
  readDocument,
  recogniseText,
  viewFiles,
  type App,
  type FileView,
  type JsonDocument,
  type SourceTree,
} from '@base44-lint/model';

/** A piece of an app on which a rule is tried. */
export interface Sample {
  readonly code: string;
  /** Decides the zone and the parser; files that are no code (`.env`, `.jsonc`) are given to `checkText` and `checkJson`. */
  readonly file?: string;
  /** Entity name → content of its schema file; the name is filled in. */
  readonly schemas?: Readonly<Record<string, unknown>>;
  /** Other files of the app by path: objects are written as JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
  /** SDK version of the file's zone. */
  readonly sdk?: string;
  /** Overrides of the app as read from the files above. */
  readonly app?: Partial<App>;
  readonly options?: Readonly<Record<string, unknown>>;
}

const defaultFile = 'src/pages/Orders.jsx';
export const defaultSdk = '0.8.31';

export function fileOf(sample: Sample): string {
  return sample.file ?? defaultFile;
}

export function isCode(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file);
}

/** The app that the sample describes, read from an in-memory tree by the same code as a real export. */
export function appOf(sample: Sample): App {
  return { ...loadApp(treeOf(sample), ''), ...sample.app };
}

/** The configuration file that the sample is; undefined where it is none. */
export function documentOf(sample: Sample, app: App): JsonDocument | undefined {
  const kind = documentKindOf(app, fileOf(sample));
  return kind && readDocument(fileOf(sample), sample.code, kind);
}

/** Views of all code files of the sample's app, each by itself. */
export function viewsOf(sample: Sample, app: App): readonly FileView[] {
  const tree = treeOf(sample);
  const code = tree.files
    .filter(isCode)
    .map((file) => ({ facts: recogniseText(tree.read(file), file), text: tree.read(file) }));
  return viewFiles(code, app);
}

/** The files of the sample's app, in memory. */
export function treeOf(sample: Sample): SourceTree {
  const files = new Map<string, string>([
    ['package.json', JSON.stringify({ dependencies: { '@base44/sdk': sample.sdk ?? defaultSdk } })],
    ['base44/config.jsonc', JSON.stringify({ name: 'Sample' })],
  ]);
  for (const [name, schema] of Object.entries(sample.schemas ?? {})) {
    files.set(`base44/entities/${name}.jsonc`, JSON.stringify({ name, type: 'object', ...(schema as object) }));
  }
  for (const [file, content] of Object.entries(sample.files ?? {})) {
    files.set(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  files.set(fileOf(sample), sample.code);
  return treeFrom(files);
}

/** The domain view of the sample's file. Throws where no parser takes it. */
export function viewOf(sample: Sample, app: App): FileView {
  const facts = recogniseText(sample.code, fileOf(sample));
  const [view] = viewFiles([{ facts, text: sample.code }], app);
  if (!view) throw new Error(`No view of ${fileOf(sample)} was built.`);
  return view;
}

function treeFrom(files: ReadonlyMap<string, string>): SourceTree {
  return {
    files: [...files.keys()].sort(),
    read(file) {
      const text = files.get(file);
      if (text === undefined) throw new Error(`${file} is not in the sample`);
      return text;
    },
  };
}
