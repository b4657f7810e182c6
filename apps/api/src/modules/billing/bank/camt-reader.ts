import { SaxesParser } from 'saxes';
import {
  accept,
  type BankCredit,
  parseLocalDate,
  type ReadStatement,
  refuse,
  type Result,
  type StatementRefusal,
} from '@lienket/domain';

export type CamtRefusal = { readonly code: 'CAMT_DAMAGED' };

const LARGEST = 10 * 1024 * 1024;
const DEEPEST = 40;
const MOST_ENTRIES = 20_000;

interface Entry {
  amount: string;
  currency: string;
  direction: string;
  status: string;
  bookedOn: string;
  reference: string;
  readonly memo: string[];
}

/**
 * Credits of an ISO 20022 account statement (camt.053, any version), read as a stream of tags: no document type, no entities but
 * XML's own, no endless nesting. Only booked entries in đồng count; reversals and debits are passed over.
 */
export function readCamt(xml: string): Result<ReadStatement, CamtRefusal | StatementRefusal> {
  const damaged = refuse<CamtRefusal>({ code: 'CAMT_DAMAGED' });
  if (xml.length > LARGEST) return damaged;
  const entries = entriesOf(xml);
  if (!entries) return damaged;
  const credits: BankCredit[] = [];
  const unreadable: ReadStatement['unreadable'][number][] = [];
  entries.forEach((entry, index) => {
    if (entry.direction !== 'CRDT' || entry.currency !== 'VND' || (entry.status && entry.status !== 'BOOK')) return;
    const row = index + 1;
    const amount = /^(\d{1,16})(?:\.0{1,5})?$/.exec(entry.amount);
    const bookedOn = parseLocalDate(entry.bookedOn.slice(0, 10));
    if (!amount) unreadable.push({ row, field: 'amount', text: entry.amount.slice(0, 40) });
    else if (!bookedOn.ok) unreadable.push({ row, field: 'bookedOn', text: entry.bookedOn.slice(0, 40) });
    else if (BigInt(amount[1]!) > 0n) {
      const memo = entry.memo.join(' ').replace(/\s+/g, ' ').trim();
      credits.push({ row, bookedOn: bookedOn.value, amount: BigInt(amount[1]!), memo, bankReference: entry.reference || null });
    }
  });
  return credits.length + unreadable.length > 0
    ? accept({ credits, unreadable })
    : refuse<StatementRefusal>({ code: 'STATEMENT_EMPTY' });
}

/** Null when the text is no camt statement. */
function entriesOf(xml: string): Entry[] | null {
  const entries: Entry[] = [];
  const path: string[] = [];
  let text = '';
  let isStatement = false;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const stop = () => {
    throw new SyntaxError('No camt.053');
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name.slice(name.indexOf(':') + 1));
    text = '';
    const tag = path.at(-1);
    if (tag === 'BkToCstmrStmt') isStatement = true;
    if (tag === 'Ntry')
      entries.push({ amount: '', currency: '', direction: '', status: '', bookedOn: '', reference: '', memo: [] });
    if (path.length > DEEPEST || entries.length > MOST_ENTRIES) stop();
    const entry = entries.at(-1);
    if (entry && tag === 'Amt' && path.at(-2) === 'Ntry') entry.currency = String(attributes['Ccy'] ?? '');
  });
  const more = (piece: string) => {
    text += piece;
  };
  parser.on('text', more);
  parser.on('cdata', more);
  parser.on('closetag', () => {
    const entry = path.includes('Ntry') ? entries.at(-1) : undefined;
    if (entry) take(entry, path, text.trim());
    path.pop();
    text = '';
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return isStatement ? entries : null;
}

/** The first of each kind of the entry itself; texts wherever the bank put them. */
function take(entry: Entry, path: readonly string[], value: string): void {
  const [parent, tag] = path.slice(-2);
  if (value === '') return;
  if (parent === 'Ntry') {
    if (tag === 'Amt') entry.amount ||= value;
    if (tag === 'CdtDbtInd') entry.direction ||= value;
    if (tag === 'Sts') entry.status ||= value;
    if (tag === 'AcctSvcrRef') entry.reference ||= value;
    if (tag === 'AddtlNtryInf') entry.memo.push(value);
  }
  if (parent === 'Sts' && tag === 'Cd') entry.status ||= value;
  if (parent === 'BookgDt' && (tag === 'Dt' || tag === 'DtTm')) entry.bookedOn ||= value;
  if (parent === 'Refs' && tag === 'AcctSvcrRef') entry.reference ||= value;
  if (tag === 'Ustrd' || (parent === 'CdtrRefInf' && tag === 'Ref')) entry.memo.push(value);
}
