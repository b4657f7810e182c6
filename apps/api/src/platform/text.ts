/** What people type: composed letters, single spaces, nothing around; empty becomes null. */
export function tidyLine(text: string | null | undefined): string | null {
  return text?.normalize('NFC').replace(/\s+/g, ' ').trim() || null;
}

/** The same for text of several lines: line breaks stay. */
export function tidyText(text: string | null | undefined): string | null {
  const lines = text
    ?.normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ');
  return lines?.replace(/\n{3,}/g, '\n\n').trim() || null;
}
