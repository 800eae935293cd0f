import { createHash } from 'node:crypto';
import { Html, markup } from './template.js';

export interface Extras {
  /** The one script of the page. */
  readonly script?: string;
  /** Stands before the page's own part, or beside it. */
  readonly contents?: Html;
}

/** A page that loads nothing: its policy names the one style sheet and the one script that it holds. */
export function shell(title: string, style: string, body: Html, { script, contents }: Extras = {}): Html {
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>${title}</title>
    <style>${new Html(style)}</style>
  </head>
  <body>
    <a class="skip" href="#main">Skip to the report</a>
    <div class="${contents ? 'page' : 'sole'}">
      ${contents}
      <main id="main" tabindex="-1">
        ${body}
      </main>
    </div>
    ${script !== undefined && markup`<script>${new Html(script)}</script>`}
  </body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
