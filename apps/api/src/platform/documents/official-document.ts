import { officialDateLine } from '@lienket/domain';

/** Words of a paragraph; a part may be bold or italic. */
export type Words = string | readonly (string | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean })[];

export interface OfficialColumn {
  readonly title: string;
  /** Share of the text's width, 1 to 100; all columns together 100. */
  readonly percent: number;
  readonly align?: 'left' | 'right' | 'center';
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
      readonly rows: readonly (readonly string[])[];
      /** A closing row, shown bold. */
      readonly total?: readonly string[];
      /** Unit line above the table, "ĐVT: triệu đồng". */
      readonly unit?: string;
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

export const partsOf = (words: Words): readonly { text: string; bold?: boolean; italic?: boolean }[] =>
  (typeof words === 'string' ? [words] : words).map((part) => (typeof part === 'string' ? { text: part } : part));
