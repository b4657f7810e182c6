import { AlignmentType, BorderStyle, type IBorderOptions, TextRun } from 'docx';
import { partsOf, type Words } from './official-document.js';

/** Twentieths of a point. */
export const twip = (mm: number): number => Math.round((mm * 1440) / 25.4);
export const FONT = 'Times New Roman';
export const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '111111' };
export const align = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
};

/** Word counts letters in half points. */
export const text = (words: string, pt: number, more: { bold?: boolean; italics?: boolean } = {}): TextRun =>
  new TextRun({ text: words, size: pt * 2, font: FONT, ...more });
export const runs = (words: Words, pt = 13): TextRun[] =>
  partsOf(words).map(({ text: said, bold, italic }) => text(said, pt, { bold: bold === true, italics: italic === true }));
