import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../packages/scanner/src/report/markdown/index.js';
import { printable } from '../../packages/scanner/src/report/printable.js';
import { hostileText, resultWith } from '../../packages/scanner/src/testing/hostile.js';
import { options } from '../../packages/scanner/src/testing/sample.js';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** As GitHub renders a comment: GitHub's Markdown with HTML let through; what GitHub would clean up stays, to be seen here. */
function render(text: string): Node[] {
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  return parseFragment(html).childNodes;
}

/** Elements with their attributes, without texts. Names in backticks become code, so code is no part of it. */
function skeleton(nodes: readonly Node[]): unknown[] {
  return nodes.flatMap((node): unknown[] => {
    if (node.nodeName === '#comment') return [['#comment', (node as DefaultTreeAdapterTypes.CommentNode).data]];
    if (!('tagName' in node)) return [];
    const inner = skeleton(node.childNodes);
    if (node.tagName === 'code') return inner;
    return [[node.tagName, node.attrs.map(({ name, value }) => `${name}=${value}`), inner]];
  });
}

/** Texts outside of code, where GitHub looks for names and addresses to link. */
function looseText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
      return 'tagName' in node && node.tagName !== 'code' && node.tagName !== 'a' ? looseText(node.childNodes) : '';
    })
    .join('');
}

function allText(nodes: readonly Node[]): string {
  return nodes
    .map((node) =>
      node.nodeName === '#text'
        ? (node as DefaultTreeAdapterTypes.TextNode).value
        : 'childNodes' in node
          ? allText(node.childNodes)
          : '',
    )
    .join('');
}

const harmless = skeleton(render(markdown(resultWith('plain words'), options).output));

describe('Markdown report as GitHub shows it', () => {
  it('has the same elements, attributes and links, whatever the app holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(skeleton(render(markdown(resultWith(text), options).output))).toEqual(harmless);
      }),
    );
  });

  it('mentions nobody and links to nothing that the app names', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = looseText(render(markdown(resultWith(text), options).output));
        expect(shown).not.toMatch(/@[a-z0-9]|#\d|GH-\d|:\/\/|www\.|:[a-z]+:/i);
      }),
    );
  });

  it('still says what the app says', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = allText(render(markdown(resultWith(text), options).output)).replaceAll('\u200b', '');
        // Backticks around a name are shown as code, and blanks at the end of a line or in a row are not shown at all.
        const dense = (words: string): string => words.replace(/[\s`]+/gu, '');
        expect(dense(shown)).toContain(dense(printable(text)));
      }),
    );
  });

  it('would be caught if it let text through as it stands', () => {
    const raw = '<details><summary><b>x</b></summary>\n\n[a](https://evil.test)\n</details>';
    expect(skeleton(render(raw))).not.toEqual(harmless);
    expect(JSON.stringify(skeleton(render(raw)))).toContain('evil.test');
  });
});
