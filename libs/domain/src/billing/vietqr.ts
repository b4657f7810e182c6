import { accept, refuse, type Result } from '../shared/result.js';
import { stripDiacritics } from '../shared/text.js';
import { crc16, readTlv, tlv } from './emvco.js';

/** A transfer order for the payer's bank app. The account is the cooperative's own: the platform never holds money. */
export interface VietQr {
  /** Bank number issued by NAPAS, 6 digits. */
  readonly bin: string;
  /** Account or card number, 6 to 19 letters or digits. */
  readonly account: string;
  /** Whole đồng; null = the payer enters it. */
  readonly amount: bigint | null;
  /** Purpose of the transfer, at most 25 ASCII characters (`toTransferMemo` makes one). */
  readonly memo: string | null;
  readonly billNumber?: string | null;
  readonly service: 'ACCOUNT' | 'CARD';
}

export type VietQrRefusal =
  | { readonly code: 'BANK_BIN_NOT_VALID' }
  | { readonly code: 'ACCOUNT_NOT_VALID' }
  | { readonly code: 'AMOUNT_NOT_VALID' }
  | { readonly code: 'MEMO_NOT_ASCII' }
  | { readonly code: 'MEMO_TOO_LONG'; readonly max: 25 };

export interface VietQrReadRefusal {
  readonly code: 'QR_NOT_READABLE' | 'QR_CHECKSUM_WRONG' | 'QR_NOT_VIETQR';
}

const NAPAS_GUID = 'A000000727';
const SERVICES = { ACCOUNT: 'QRIBFTTA', CARD: 'QRIBFTTC' } as const;
const MEMO_MAX = 25;
const PRINTABLE_ASCII = /^[\x20-\x7e]+$/;

/** The VietQR text to draw as a QR code (EMVCo merchant-presented mode, NAPAS profile). */
export function buildVietQr(qr: VietQr): Result<string, VietQrRefusal> {
  if (!/^\d{6}$/.test(qr.bin)) return refuse({ code: 'BANK_BIN_NOT_VALID' });
  if (!/^[0-9A-Za-z]{6,19}$/.test(qr.account)) return refuse({ code: 'ACCOUNT_NOT_VALID' });
  if (qr.amount !== null && (qr.amount <= 0n || qr.amount > 9_999_999_999_999n)) return refuse({ code: 'AMOUNT_NOT_VALID' });
  for (const text of [qr.memo, qr.billNumber]) {
    if (text && !PRINTABLE_ASCII.test(text)) return refuse({ code: 'MEMO_NOT_ASCII' });
    if (text && text.length > MEMO_MAX) return refuse({ code: 'MEMO_TOO_LONG', max: MEMO_MAX });
  }
  const merchant = tlv('00', NAPAS_GUID) + tlv('01', tlv('00', qr.bin) + tlv('01', qr.account)) + tlv('02', SERVICES[qr.service]);
  const additional = (qr.billNumber ? tlv('01', qr.billNumber) : '') + (qr.memo ? tlv('08', qr.memo) : '');
  const body = [
    tlv('00', '01'),
    tlv('01', qr.amount === null ? '11' : '12'),
    tlv('38', merchant),
    tlv('53', '704'),
    qr.amount === null ? '' : tlv('54', qr.amount.toString()),
    tlv('58', 'VN'),
    additional && tlv('62', additional),
    '6304',
  ].join('');
  return accept(body + crc16(body));
}

/** Reads a VietQR text back; refuses a wrong checksum, broken structure, or another scheme or currency. */
export function parseVietQr(payload: string): Result<VietQr, VietQrReadRefusal> {
  const body = payload.slice(0, -4);
  const fields = readTlv(payload);
  if (!fields || !body.endsWith('6304')) return refuse({ code: 'QR_NOT_READABLE' });
  if (crc16(body) !== payload.slice(-4).toUpperCase()) return refuse({ code: 'QR_CHECKSUM_WRONG' });
  const merchant = readTlv(fields.get('38') ?? '');
  const bank = readTlv(merchant?.get('01') ?? '');
  const additional = readTlv(fields.get('62') ?? '');
  const service = (['ACCOUNT', 'CARD'] as const).find((name) => SERVICES[name] === merchant?.get('02'));
  const [bin, account, amount] = [bank?.get('00'), bank?.get('01'), fields.get('54')];
  if (merchant?.get('00') !== NAPAS_GUID || fields.get('53') !== '704' || !bin || !account || !service || !additional) {
    return refuse({ code: 'QR_NOT_VIETQR' });
  }
  if (amount !== undefined && !/^\d{1,13}$/.test(amount)) return refuse({ code: 'QR_NOT_READABLE' });
  return accept({
    bin,
    account,
    amount: amount === undefined ? null : BigInt(amount),
    memo: additional.get('08') ?? null,
    billNumber: additional.get('01') ?? null,
    service,
  });
}

/** Any text as a memo banks accept: no diacritics, letters, digits and spaces only, at most 25 characters. */
export function toTransferMemo(text: string): string {
  const plain = stripDiacritics(text)
    .replace(/[^A-Za-z0-9 ]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return plain.slice(0, MEMO_MAX).trim();
}
