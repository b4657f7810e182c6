import { officialDateLine } from '@lienket/domain';

/** Words of a paragraph; a part may be bold or italic. */
export type Words = string | readonly (string | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean })[];

export interface OfficialColumn {
  readonly title: string;
  /** Share of the text's width, 1 to 100; all columns together 100. */
  readonly percent: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Neighbours with the same word stand under it in a header of two rows. */
  readonly group?: string;
}

/** Greys that stay apart on a black and white copy. */
export const BAR_GREYS = { DARK: '#333333', MIDDLE: '#8c8c8c', LIGHT: '#c8c8c8', REST: '#f1f1f1' } as const;

/** A length that shows a share (0 to 1) of the cell's width. */
export interface OfficialBar {
  readonly share: number;
  readonly tone: Exclude<keyof typeof BAR_GREYS, 'REST'>;
}

/** A number with what it looks like: one line of bars or several, each with its bars end to end. */
export interface BarCell {
  readonly text: string;
  readonly bars: readonly (readonly OfficialBar[])[];
}

/** The bars of a line cut off at the cell's edge, closed with the rest. */
export function filledLine(
  bars: readonly OfficialBar[],
): readonly { readonly share: number; readonly tone: keyof typeof BAR_GREYS }[] {
  let left = 1;
  const drawn = bars.map(({ share, tone }) => {
    const taken = Math.min(left, Math.max(0, share));
    left -= taken;
    return { share: taken, tone };
  });
  return [...drawn, { share: left, tone: 'REST' as const }].filter(({ share }) => share > 0.001);
}

/** One piece of the body: the same for the printed page and for the file that an office edits. */
export type OfficialBlock =
  | {
      readonly kind: 'paragraph';
      readonly words: Words;
      readonly indent?: boolean;
      readonly align?: 'justify' | 'center' | 'right';
    }
  /** Level 2 stands under a numbered part; neither stays alone at the foot of a page. */
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
  | { readonly kind: 'bullets'; readonly items: readonly Words[] }
  | { readonly kind: 'facts'; readonly title: string; readonly facts: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly OfficialColumn[];
      readonly rows: readonly (readonly (string | BarCell)[])[];
      /** A closing row, shown bold. */
      readonly total?: readonly string[];
      /** Unit line above the table, "ĐVT: triệu đồng". */
      readonly unit?: string;
      /** Smaller letters, for tables of many columns. */
      readonly isDense?: boolean;
    }
  | {
      readonly kind: 'picture';
      readonly svg: string;
      readonly png: Buffer;
      readonly widthMm: number;
      readonly heightMm: number;
      readonly alt: string;
    };

export interface OfficialSigner {
  /** "ĐẠI DIỆN BÊN A" or "GIÁM ĐỐC"; capitals as the form writes them. */
  readonly title: string;
  readonly hint: string;
  readonly name: string | null;
}

/** "Phụ lục I" and its name, on pages of its own after the signature, numbered by themselves (annex I, part II, of the decree). */
export interface OfficialAnnex {
  readonly title: string;
  readonly blocks: readonly OfficialBlock[];
}

/**
 * A paper in the form of Nghị định 30/2020/NĐ-CP, annex I, as content alone. With `issuer` the heading has two columns (agency left);
 * without, the national title stands over the whole width, as agreements between parties are headed. Unknown numbers and days are
 * left as dots for the clerk.
 */
export interface OfficialDocument {
  readonly issuer: { readonly above: string | null; readonly name: string } | null;
  /** "12/BBGN" or null: left blank. */
  readonly number: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly title: string;
  readonly about: string | null;
  readonly blocks: readonly OfficialBlock[];
  readonly signers: readonly OfficialSigner[];
  /** "Nơi nhận:", one line each. */
  readonly recipients: readonly string[];
  /** On pages across. */
  readonly annexes?: readonly OfficialAnnex[];
  /** What the annexes belong to, "Báo cáo số 02/BC-LMHTX ngày … của …". */
  readonly annexOf?: string;
  /** Shown small at the foot of every page: where the paper comes from, its hash. */
  readonly foot: string | null;
  readonly isDemo: boolean;
}

export const NATIONAL_TITLE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const NATIONAL_MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** "Lạng Sơn, ngày 05 tháng 8 năm 2026"; dots where a part is unknown. */
export function placeAndDate({ place, date }: Pick<OfficialDocument, 'place' | 'date'>): string {
  const line = date ? officialDateLine(date) : 'ngày …… tháng …… năm ………';
  return `${place ?? '………………'}, ${line}`;
}

export const numberLine = (number: string | null): string => `Số: ${number ?? '……………'}`;

/** Millimetres: top and bottom 20–25, left 30–35, right 15–20 (annex I, II.2). */
export const OFFICIAL_MARGINS_MM = { top: 20, bottom: 20, left: 30, right: 17 } as const;
/** Width of the text on A4 in millimetres. */
export const TEXT_WIDTH_MM = 210 - OFFICIAL_MARGINS_MM.left - OFFICIAL_MARGINS_MM.right;
/** The same on a page across. */
export const ANNEX_WIDTH_MM = 297 - OFFICIAL_MARGINS_MM.left - OFFICIAL_MARGINS_MM.right;

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
/** "Phụ lục II"; a single one goes without a number. */
export const annexLine = (index: number, count: number): string =>
  count === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[index] ?? index + 1}`;

/** The lines of "Nơi nhận"; the last one, the archive, ends with a full stop. */
export const recipientLines = (recipients: readonly string[]): readonly string[] =>
  recipients.map((said, index) => `- ${said}${index === recipients.length - 1 ? '.' : ';'}`);

/** Runs of columns under one word; a column without one stands by itself. */
export function columnGroups(
  columns: readonly OfficialColumn[],
): readonly { readonly word: string | null; readonly span: number }[] {
  const groups: { word: string | null; span: number }[] = [];
  for (const { group } of columns) {
    const last = groups.at(-1);
    if (group && last?.word === group) last.span += 1;
    else groups.push({ word: group ?? null, span: 1 });
  }
  return groups;
}

export const partsOf = (words: Words): readonly { text: string; bold?: boolean; italic?: boolean }[] =>
  (typeof words === 'string' ? [words] : words).map((part) => (typeof part === 'string' ? { text: part } : part));
