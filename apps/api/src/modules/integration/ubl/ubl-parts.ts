import { localDateOf } from '@lienket/domain';
import type { UblParty } from './ubl.queries.js';

/** A tree as xmlbuilder2 takes it: the order of the keys is the order of the elements, which UBL prescribes. */
export type Tree = { readonly [element: string]: unknown };

/** UN/ECE Recommendation 20; anything else is counted in pieces. */
const UNITS: Readonly<Record<string, string>> = {
  kg: 'KGM',
  g: 'GRM',
  tấn: 'TNE',
  lít: 'LTR',
  l: 'LTR',
  ml: 'MLT',
  hộp: 'BX',
  chai: 'BO',
  gói: 'PA',
  thùng: 'CT',
  bó: 'BE',
};
export const unitCode = (unit: string): string => UNITS[unit.toLowerCase()] ?? 'C62';

export const quantityOf = (qty: string, unit: string): Tree => ({ '@unitCode': unitCode(unit), '#': plainNumber(qty) });
export const amountOf = (amount: bigint): Tree => ({ '@currencyID': 'VND', '#': String(amount) });

/** "100.000" of the database → "100". */
const plainNumber = (qty: string): string => (qty.includes('.') ? qty.replace(/\.?0+$/, '') : qty);

/** Day and time in Việt Nam, as the paper says them. */
export const issued = (at: Date): Tree => ({
  'cbc:IssueDate': localDateOf(at),
  'cbc:IssueTime': `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 19)}+07:00`,
});

export const partyOf = ({ id, name, taxCode, address }: UblParty): Tree => ({
  'cac:Party': {
    'cac:PartyIdentification': { 'cbc:ID': id },
    'cac:PartyName': { 'cbc:Name': name },
    ...(address && { 'cac:PostalAddress': addressOf(address) }),
    ...(taxCode && { 'cac:PartyTaxScheme': { 'cbc:CompanyID': taxCode, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } }),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
  },
});

export const addressOf = (line: string): Tree => ({
  'cac:AddressLine': { 'cbc:Line': line },
  'cac:Country': { 'cbc:IdentificationCode': 'VN' },
});

/** UNCL 5305: exempt, outside the scope, zero-rated export, standard rate. */
const CATEGORY: Readonly<Record<string, string>> = { KCT: 'E', KKKNT: 'O', '0': 'Z' };
export const taxCategory = (vatCode: string): Tree => ({
  'cbc:ID': CATEGORY[vatCode] ?? 'S',
  'cbc:Percent': CATEGORY[vatCode] ? '0' : vatCode,
  'cac:TaxScheme': { 'cbc:ID': 'VAT' },
});

export const namespaces = (root: 'Order' | 'DespatchAdvice'): Tree => ({
  '@xmlns': `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
  '@xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  '@xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  'cbc:UBLVersionID': '2.1',
});
