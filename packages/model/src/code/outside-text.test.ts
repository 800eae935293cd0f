import { describe, expect, test } from 'vitest';
import { BACKEND, viewOf } from './testing/view.js';

/** What of a mail the caller decides whose text is given. */
const sent = (text: string, before = '', outside = ''): readonly string[] =>
  viewOf(
    `${outside}\nDeno.serve(async (req) => { const body = await req.json(); ${before}
      await fetch('https://api.resend.com/emails', { method: 'POST', body: JSON.stringify({ text: ${text} }) }); return new Response('ok'); });`,
    BACKEND,
  ).outside[0]!.fromCaller;
/** The same of a mail that a helper sends. */
const helped = (calls: string, params: string, text: string): readonly string[] =>
  viewOf(
    `const send = (${params}) => fetch('https://api.resend.com/emails', { method: 'POST', body: JSON.stringify({ text: ${text} }) });
    Deno.serve(async (req) => { const body = await req.json(); ${calls} return new Response('ok'); });`,
    BACKEND,
  ).outside[0]!.fromCaller;

const ALL = ['content', 'text'];
const SOME = ['content'];

describe('whole sentences of the caller, or names in a template', () => {
  test.each([
    ['body.message', ALL],
    ['body.name', SOME],
    ['`Dear ${body.name}`', SOME],
    ['`Note: ${body.note}`', ALL],
    ['`${body.name}: ${body.note}`', ALL],
    ["'Note: ' + body.comment", ALL],
    ["body.note || 'none'", ALL],
    ['body.note.trim()', ALL],
    ['clean(body.note)', ALL],
    ['[body.name, body.description].join()', ALL],
    ['body.form.question', ALL],
    ['body.noted', SOME],
    ["'fixed'", []],
    ['settings.message', []],
  ])('%s: %j', (text, expected) => expect(sent(text)).toEqual(expected));

  test('sentences out of a row are not the caller’s', () => {
    const before = `const base44 = createClientFromRequest(req); const row = await base44.entities.Note.get('a');`;
    const outside = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';`;
    expect(sent('row.message', before, outside)).toEqual([]);
    expect(sent('`${row.message} ${body.name}`', before, outside)).toEqual(SOME);
  });

  test.each<[string, string, string, readonly string[]]>([
    ['send(body.message);', 'text', 'text', ALL],
    ['send(body.name);', 'text', 'text', SOME],
    ['send(`Dear ${body.name}`);', 'message', 'message', SOME],
    ['send(body.name); send(body.message);', 'text', 'text', ALL],
    ['send({ a: body.message });', 'o', 'o.a', ALL],
    ['send({ a: body.name });', 'o', 'o.a', SOME],
    ['send({ a: body.message, b: body.name });', 'o', 'o.b', SOME],
    ['send({ a: body.message });', '{ a }', '`Note: ${a}`', ALL],
  ])('handed to a helper: %s', (calls, params, text, expected) => {
    expect(helped(calls, params, text)).toEqual(expected);
  });

  test.each([
    ['message', ALL],
    ['request', SOME],
  ])('a request handler whose parameter is called %s', (name, expected) => {
    const code = `Deno.serve((${name}) => fetch('https://api.resend.com/emails', { body: JSON.stringify({ text: ${name} }) }));`;
    expect(viewOf(code, BACKEND).outside[0]!.fromCaller).toEqual(expected);
  });
});
