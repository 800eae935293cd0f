/** Beyond these, a native parser may overflow its stack (1 MB on Windows), which ends the process instead of throwing. */
const MAX_NESTING = 1_000;
const MAX_CHAIN = 5_000;

/**
 * Whether code may be nested so deeply that only a parser written in JavaScript, which throws, may see it. A cheap upper
 * bound over characters, since the last end of a statement, element or block: open brackets, and operators, tags and
 * words that may nest the next (`() => () =>`, `a ? b : a ? b :`, `await await`, `<b><b>`); with a higher bound links of
 * a chain (`a.b.c`, `a + b + c`), which parsers read in a loop but hand over as a deep tree.
 */
export function mayBeNestedTooDeeply(text: string): boolean {
  let open = 0;
  let run = 0;
  let chain = 0;
  let wasSpace = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    switch (code) {
      case 40: // (
      case 91: // [
      case 123: // {
        open++;
        chain++;
        break;
      case 41: // )
      case 93: // ]
        if (open > 0) open--;
        break;
      case 125: // }
        if (open > 0) open--;
        run = chain = 0;
        break;
      case 44: // ,
      case 59: // ;
        run = chain = 0;
        break;
      case 33: // !
      case 42: // *
      case 58: // :
      case 60: // <
      case 61: // =
      case 63: // ?
      case 126: // ~
        run++;
        chain++;
        break;
      default:
        if (wasSpace && code > 96 && code < 123) run++;
        else if (code > 32 && code < 48)
          chain++; // . + - / % &
        else if (code === 94 || code === 96 || code === 124) chain++; // ^ ` |
    }
    wasSpace = code <= 32;
    if (open + run > MAX_NESTING || chain > MAX_CHAIN) return true;
  }
  return (text.match(NESTED_STATEMENT)?.length ?? 0) > MAX_NESTING;
}

/** `if … else if … else if …` and `if (a) if (b) if (c)` nest although nothing stays open. */
const NESTED_STATEMENT = /\belse\b|\)\s*(?:if|for|while|with)\b/g;
