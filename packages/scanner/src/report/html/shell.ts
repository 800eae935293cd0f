import { createHash } from 'node:crypto';
import { Html, markup } from './template.js';

/** A page that loads nothing: its policy names the one style sheet that it holds. */
export function shell(title: string, style: string, body: Html): Html {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
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
    <main>
      ${body}
    </main>
  </body>
</html>
`;
}
