import { SaxesParser } from 'saxes';
import { accept, type EInvoice, type EInvoiceLine, parseLocalDate, refuse, type Result, vatCodeOfText } from '@lienket/domain';
import type { InvoiceRefusal } from './invoice.messages.js';

export const LARGEST_XML = 2 * 1024 * 1024;
const DEEPEST = 24;
const MOST_LINES = 2000;
/** Goods and services; 2 promotion, 3 discount and 4 remarks are no goods of the order. */
const GOODS = '1';

type Fields = Record<string, string>;

/** What the walk gathers: texts by their path below HDon, one record for each line of goods and each free field. */
interface Gathered {
  readonly texts: Fields;
  readonly lines: Fields[];
  readonly extras: Fields[];
}

/**
 * Reads the XML that Decision 1450/QĐ-TCT (2021, as amended) prescribes for e-invoices. Document types, foreign entities, deep
 * nesting and endless lists are refused before anything is built; texts come as data only.
 */
export function readEInvoice(xml: string): Result<EInvoice, InvoiceRefusal> {
  if (xml.length > LARGEST_XML) return refuse({ code: 'XML_TOO_LARGE' });
  const gathered = gather(xml);
  return gathered.ok ? invoiceOf(gathered.value) : gathered;
}

function gather(xml: string): Result<Gathered, InvoiceRefusal> {
  const found: Gathered = { texts: {}, lines: [], extras: [] };
  const path: string[] = [];
  let text = '';
  let problem: InvoiceRefusal | null = null;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const stop = (refusal: InvoiceRefusal) => {
    problem ??= refusal;
    throw new Error(refusal.code);
  };
  parser.on('error', () => stop({ code: 'XML_DAMAGED' }));
  parser.on('doctype', () => stop({ code: 'XML_NOT_PLAIN' }));
  parser.on('opentag', ({ name }) => {
    path.push(name.slice(name.indexOf(':') + 1));
    text = '';
    if (path.length > DEEPEST) stop({ code: 'XML_DAMAGED' });
    const tag = path.at(-1);
    if (tag === 'HHDVu') found.lines.push({});
    if (tag === 'TTin') found.extras.push({});
    if (found.lines.length > MOST_LINES || found.extras.length > MOST_LINES) stop({ code: 'XML_DAMAGED' });
  });
  const more = (piece: string) => {
    text += piece;
  };
  parser.on('text', more);
  parser.on('cdata', more);
  parser.on('closetag', () => {
    const tag = path.at(-1)!;
    const parent = path.at(-2);
    if (parent === 'HHDVu') found.lines.at(-1)![tag] ??= text.trim();
    else if (parent === 'TTin') found.extras.at(-1)![tag] ??= text.trim();
    else if (!path.includes('Signature')) found.texts[`${parent ?? ''}/${tag}`] ??= text.trim();
    path.pop();
    text = '';
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (problem) return refuse<InvoiceRefusal>(problem);
    throw error;
  }
  return accept(found);
}

function invoiceOf({ texts, lines, extras }: Gathered): Result<EInvoice, InvoiceRefusal> {
  const missing = (tag: string) => refuse<InvoiceRefusal>({ code: 'XML_NO_INVOICE', missing: tag });
  const common = (tag: string) => texts[`TTChung/${tag}`];
  const currency = common('DVTTe') || 'VND';
  if (currency !== 'VND') return refuse<InvoiceRefusal>({ code: 'XML_OTHER_CURRENCY', currency: currency.slice(0, 8) });
  const [kind, series, number] = [common('KHMSHDon'), common('KHHDon'), common('SHDon')];
  if (!kind || !series) return missing('KHMSHDon, KHHDon');
  if (!number) return missing('SHDon');
  const issuedOn = parseLocalDate(common('NLap') ?? '');
  if (!issuedOn.ok) return missing('NLap');
  const goods: EInvoiceLine[] = [];
  for (const line of lines.filter(({ TChat }) => (TChat ?? GOODS) === GOODS)) {
    const [unitPrice, amount] = [dong(line['DGia']), dong(line['ThTien'])];
    if (unitPrice === null || amount === null || !/^\d+(\.\d{1,6})?$/.test(line['SLuong'] ?? ''))
      return missing('SLuong, DGia, ThTien');
    goods.push({
      lineNo: goods.length + 1,
      name: line['THHDVu'] ?? '',
      unit: line['DVTinh'] ?? '',
      qty: line['SLuong']!,
      unitPrice,
      amount,
      vatCode: vatCodeOfText(line['TSuat'] ?? ''),
    });
  }
  if (goods.length === 0) return missing('HHDVu');
  const total = dong(texts['TToan/TgTTTBSo']);
  if (total === null) return missing('TgTTTBSo');
  // A sales invoice (kind 2) has no VAT of its own.
  const net = dong(texts['TToan/TgTCThue']) ?? goods.reduce((sum, { amount }) => sum + amount, 0n);
  const lookup = extras.find(({ TTruong }) => /tra\s*c[uứ]u|lookup|fkey/i.test((TTruong ?? '').normalize('NFC')));
  return accept({
    symbol: `${kind}${series}`,
    number,
    issuedOn: issuedOn.value,
    currency,
    authorityCode: texts['HDon/MCCQT'] || null,
    lookupCode: lookup?.['DLieu'] || null,
    sellerTaxCode: texts['NBan/MST'] || null,
    buyerTaxCode: texts['NMua/MST'] || null,
    lines: goods,
    net,
    vat: dong(texts['TToan/TgTThue']) ?? total - net,
    total,
  });
}

/** "4200000", "4200000.00": whole đồng; a fraction of a đồng is rounded half up, as on paper. Null for anything else. */
function dong(text: string | undefined): bigint | null {
  const match = /^(\d{1,16})(?:\.(\d)\d*)?$/.exec(text ?? '');
  return match ? BigInt(match[1]!) + (Number(match[2] ?? 0) >= 5 ? 1n : 0n) : null;
}
