/** What makes a spreadsheet program read a text as a formula, in ASCII and in full width. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const MARKED = /^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20'])/;

/** Text that no program takes for a formula. A text that already starts with an apostrophe gets one more, so that reading gives it back. */
export const formulaSafe = (text: string): string => (FORMULA_START.test(text) || MARKED.test(text) ? `'${text}` : text);

/** The text as it was before `formulaSafe`. */
export const withoutMark = (text: string): string => text.replace(MARKED, '');
