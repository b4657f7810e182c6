import { LIMITS } from './limits.js';
import { showsDate } from './numbers-and-dates.js';
import { refused } from './spreadsheet-refusal.js';
import { walkXml } from './xml.js';
import type { ZipEntries } from './zip-entries.js';

export interface Workbook {
  readonly since1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: readonly string[];
  /** By the style index of a cell: whether it shows a date. */
  readonly dateStyles: readonly boolean[];
}

const FOLDER = 'xl/';

/** Everything of a workbook but its rows. */
export async function readWorkbook(zip: ZipEntries): Promise<Workbook> {
  await refuseMacroTypes(zip);
  const targets = await relations(zip);
  const { since1904, sheets } = await sheetList(zip, targets);
  return { since1904, sheets, strings: await sharedStrings(zip), dateStyles: await dateStyles(zip) };
}

/** A macro workbook under the name .xlsx still declares itself here. */
async function refuseMacroTypes(zip: ZipEntries): Promise<void> {
  const types = zip.text('[Content_Types].xml');
  if (!types || !zip.has(`${FOLDER}workbook.xml`)) throw refused({ code: 'SHEET_KIND_NOT_ALLOWED' });
  await walkXml(types, {
    open: (_name, { ContentType = '' }) => {
      if (/macroEnabled|vbaProject|activeX/i.test(ContentType)) throw refused({ code: 'SHEET_NOT_PLAIN', what: 'MACROS' });
      if (/externalLink/i.test(ContentType)) throw refused({ code: 'SHEET_NOT_PLAIN', what: 'LINKS' });
    },
  });
}

async function relations(zip: ZipEntries): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = zip.text(`${FOLDER}_rels/workbook.xml.rels`);
  if (!part) throw refused({ code: 'SHEET_DAMAGED' });
  await walkXml(part, {
    open: (name, { Id, Target, TargetMode }) => {
      if (name !== 'Relationship' || !Id || !Target) return;
      if (TargetMode === 'External') throw refused({ code: 'SHEET_NOT_PLAIN', what: 'LINKS' });
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : FOLDER + Target);
    },
  });
  return targets;
}

/** The sheets that people see; a hidden one is not theirs to fill. */
async function sheetList(zip: ZipEntries, targets: ReadonlyMap<string, string>) {
  const sheets: { name: string; part: string }[] = [];
  let since1904 = false;
  await walkXml(zip.text(`${FOLDER}workbook.xml`)!, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (tag !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const part = targets.get(id ?? '');
      if (part && zip.has(part)) sheets.push({ name: (attributes['name'] ?? '').slice(0, 100), part });
    },
  });
  if (sheets.length === 0) throw refused({ code: 'SHEET_DAMAGED' });
  return { since1904, sheets: sheets.slice(0, LIMITS.sheets) };
}

async function sharedStrings(zip: ZipEntries): Promise<string[]> {
  const part = zip.text(`${FOLDER}sharedStrings.xml`);
  const strings: string[] = [];
  if (!part) return strings;
  const collect = textCollector();
  await walkXml(part, {
    open: (name) => {
      if (name === 'si') collect.start();
      else collect.open(name);
    },
    close: (name) => {
      if (name === 'si') strings.push(collect.take());
      else collect.close(name);
    },
    text: collect.text,
  });
  return strings;
}

/** Gathers the <t> of a rich text; how it is pronounced (<rPh>) is not part of it. */
export function textCollector() {
  let gathered = '';
  let inText = false;
  let spoken = 0;
  return {
    start: () => {
      gathered = '';
      inText = false;
      spoken = 0;
    },
    open: (name: string) => {
      if (name === 't' && spoken === 0) inText = true;
      if (name === 'rPh') spoken += 1;
    },
    close: (name: string) => {
      if (name === 't') inText = false;
      if (name === 'rPh') spoken -= 1;
    },
    text: (text: string) => {
      if (inText) gathered += text;
    },
    take: () => unescapeControls(gathered),
  };
}

/** Excel writes characters that XML cannot hold as _x000D_. */
const unescapeControls = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

async function dateStyles(zip: ZipEntries): Promise<boolean[]> {
  const part = zip.text(`${FOLDER}styles.xml`);
  const styles: boolean[] = [];
  if (!part) return styles;
  const formats = new Map<number, string>();
  let inCells = false;
  await walkXml(part, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt' && numFmtId && formatCode !== undefined) formats.set(Number(numFmtId), formatCode.slice(0, 255));
      if (name === 'xf' && inCells) {
        const id = Number(numFmtId ?? 0);
        styles.push(showsDate(id, formats.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
