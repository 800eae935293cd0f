const states =
  /^(?:weak|fair|medium|good|strong|password|passwd|text|hidden|visible|required|optional|none|null|undefined|true|false|valid|invalid|empty|enabled|disabled|success|error|reset|forgot|change|set|unset|bearer|basic|admin|user|string|object|number|function|saved|pending|expired|active|inactive|change_?password|reset_?password|new_?password|update_?password|current_?password)$/i;

/** Words that stand beside a password and are none: its states, its form fields, kinds of tokens. */
export function isState(value: string): boolean {
  return states.test(value);
}

/** Dotted keys, routes, selectors and file names. */
export function isTextKey(value: string): boolean {
  return /^[./#?]|^[a-z]\w*(?:\.[a-z]\w*)+$|^\w+:\w+(?::\w+)*$|^\^|^https?:/i.test(value);
}

/** A password that someone made up: letters with digits or signs. Texts, routes and autocomplete values are none. */
export function isChosenPassword(value: string): boolean {
  return (
    value.length >= 6 &&
    value.length <= 64 &&
    !/\s/.test(value) &&
    !isTextKey(value) &&
    !isState(value) &&
    /[A-Z]/i.test(value) &&
    /[0-9!@#$%^&*]/.test(value) &&
    !/[/\\(){}[\]<>]/.test(value) &&
    !/^(?:new|current|old|confirm)[-_]/i.test(value)
  );
}
