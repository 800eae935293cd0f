import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import rpc from 'vscode-jsonrpc/node.js';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly message: string;
  readonly severity: number;
}

interface Command {
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export interface CodeAction {
  readonly title: string;
  readonly kind?: string;
  readonly edit?: WorkspaceEdit;
  readonly command?: Command;
}

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

interface WorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
  readonly documentChanges?: readonly { readonly edits: readonly TextEdit[] }[];
}

/** An editor that has one folder open, as far as VS Code's ESLint server can tell. */
export interface Editor {
  open(file: string, languageId: string, text: string): string;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  actions(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]>;
  /** The text after the action. */
  apply(action: CodeAction, text: string): Promise<string>;
  /** What the server complained about: wrong set-up, crashes. */
  readonly complaints: readonly string[];
}

const server = join(
  dirname(createRequire(import.meta.url).resolve('vscode-langservers-extracted/package.json')),
  'bin/vscode-eslint-language-server',
);

/** Starts the server on `project`; it ends with the test. */
export async function openEditor(project: string): Promise<Editor> {
  const child = spawn(process.execPath, [server, '--stdio'], { cwd: project });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  const folder = { uri: pathToFileURL(project).href, name: basename(project) };
  const complaints: string[] = [];
  let applied: WorkspaceEdit | undefined;

  const complain = (what: string) => (params: unknown) => {
    complaints.push(`${what}: ${JSON.stringify(params)}`);
    return null;
  };
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => settings(folder)),
  );
  connection.onRequest('workspace/workspaceFolders', () => [folder]);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    applied = edit;
    return { applied: true };
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('eslint/openDoc', () => null);
  connection.onRequest('eslint/confirmESLintExecution', () => 4);
  for (const method of ['eslint/probeFailed', 'eslint/noLibrary', 'eslint/noConfig'])
    connection.onRequest(method, complain(method));
  connection.onNotification('window/showMessage', complain('window/showMessage'));
  connection.onNotification(() => {});
  connection.listen();

  onTestFinished(async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
    child.kill();
  });

  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: [folder],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        diagnostics: { refreshSupport: true },
        applyEdit: true,
      },
      textDocument: {
        publishDiagnostics: {},
        diagnostic: { dynamicRegistration: true },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
        },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });

  return {
    complaints,
    open(file, languageId, text) {
      const uri = pathToFileURL(join(project, file)).href;
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return uri;
    },
    async diagnostics(uri) {
      const report: { items: readonly Diagnostic[] } = await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items;
    },
    actions: (uri, diagnostic) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      }),
    async apply({ edit, command }, text) {
      applied = edit;
      if (command) await connection.sendRequest('workspace/executeCommand', command);
      if (!applied) throw new Error('The action changed nothing.');
      return edited(text, applied);
    },
  };
}

/** The server's settings as the VS Code extension sends them. */
function settings(workspaceFolder: { uri: string; name: string }) {
  return {
    validate: 'on',
    run: 'onType',
    packageManager: 'npm',
    useESLintClass: true,
    useFlatConfig: true,
    experimental: { useFlatConfig: false },
    codeAction: {
      disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { mode: 'all' },
    format: false,
    quiet: false,
    onIgnoredFiles: 'off',
    options: {},
    rulesCustomizations: [],
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workspaceFolder,
    workingDirectory: { mode: 'location' },
  };
}

function edited(text: string, { changes = {}, documentChanges = [] }: WorkspaceEdit): string {
  const edits = [...Object.values(changes).flat(), ...documentChanges.flatMap((change) => change.edits)];
  const lines = text.split('\n');
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, character);
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
      text,
    );
}

/** The part of the text that a diagnostic underlines. */
export function underlined(text: string, { start, end }: Range): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.character);
  lines[0] = lines[0]!.slice(start.character);
  return lines.join('\n');
}
