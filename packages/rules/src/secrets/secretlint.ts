import { creator as preset } from '@secretlint/secretlint-rule-preset-recommend';
import type { Detection } from './types.js';

interface Report {
  readonly range: readonly [number, number];
  readonly rule: string;
}

/** The shape that secretlint hands to each rule's `file` handler. */
interface SourceCode {
  readonly content: string;
  readonly filePath: string;
  readonly ext: string;
  readonly contentType: 'text';
}

type Handler = (source: SourceCode) => unknown;

interface Creator {
  readonly meta: { readonly id: string };
  create(context: object, options: object): { readonly file?: Handler };
}

/** What the preset's rules call their finds; rules that are not named here are not asked. */
const labels: Readonly<Record<string, string>> = {
  aws: 'AWS credential',
  gcp: 'Google Cloud service account key',
  npm: 'npm token',
  slack: 'Slack token',
  openai: 'OpenAI API key',
  anthropic: 'Anthropic API key',
  groq: 'Groq API key',
  huggingface: 'Hugging Face token',
  linear: 'Linear API key',
  notion: 'Notion token',
  sendgrid: 'SendGrid API key',
  shopify: 'Shopify token',
  github: 'GitHub token',
  gitlab: 'GitLab token',
  grafana: 'Grafana token',
  '1password': '1Password token',
  'hashicorp-vault': 'Vault token',
  vercel: 'Vercel token',
  databricks: 'Databricks token',
  docker: 'Docker token',
  figma: 'Figma token',
};

let reports: Report[] = [];
const handlers: readonly Handler[] = createHandlers();

/** What secretlint's recommended rules find. Synchronous: secretlint's own entry point is not, but these rules are. */
export function secretlintDetections(text: string, file: string): readonly Detection[] {
  reports = [];
  const source = {
    content: text,
    filePath: file,
    ext: /\.[^./]*$/.exec(file)?.[0] ?? '',
    contentType: 'text',
  } as const;
  for (const handler of handlers) {
    if (handler(source) instanceof Promise)
      throw new Error('A secretlint rule has become asynchronous; pin version 12.0.0 of its preset.');
  }
  return reports.map(({ range: [start, end], rule }) => ({
    span: { start, end },
    value: text.slice(start, end),
    label: labels[rule] ?? 'credential',
    weight: 'live',
  }));
}

function createHandlers(): readonly Handler[] {
  const created: Handler[] = [];
  const registerRule = (creator: Creator) => {
    const rule = creator.meta.id.replace('@secretlint/secretlint-rule-', '');
    if (!(rule in labels)) return;
    const { file } = creator.create(contextOf(rule), {});
    if (file) created.push(file);
  };
  (preset as unknown as { create(context: object, options: object): void }).create({ registerRule }, {});
  return created;
}

function contextOf(rule: string): object {
  return {
    createTranslator:
      (messages: Record<string, { en: (data: unknown) => string }>) => (messageId: string, data: unknown) => ({
        message: messages[messageId]?.en(data) ?? messageId,
        messageId,
        data,
      }),
    report: ({ range }: Report) => reports.push({ range, rule }),
    ignore: () => {},
  };
}
