/** Control, format and text-direction characters, with which a scanned file could rewrite what a reader sees. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text of a scanned app made safe to show: a tab becomes a blank, other control characters become visible. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) =>
    character === '\t' ? ' ' : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
