import type { SampleRegister } from './sample-register.js';

/** Where each mistake stands and what it is called: sheet of the template, cell, code. The journey and the spec look for exactly these. */
export const PLANTED_MISTAKES: readonly (readonly [sheet: string, cell: string, code: string])[] = [
  ['Các bên', 'D61', 'TAX_CODE_NOT_VALID'],
  ['Các bên', 'A102', 'KEY_TWICE'],
  ['Đại biểu', 'F12', 'CHOICE_UNKNOWN'],
  ['Gian trưng bày', 'A19', 'POSITION_NOT_VALID'],
  ['Biên bản', 'D31', 'PARTY_UNKNOWN'],
  ['Biên bản', 'H42', 'DATES_OUT_OF_ORDER'],
  ['Dòng hàng', 'E51', 'NUMBER_NOT_VALID'],
  ['Dòng hàng', 'D101', 'CELL_MISSING'],
  ['Thỏa thuận tín dụng', 'B5', 'NOT_A_BANK'],
  ['Kiến nghị', 'C21', 'DATE_NOT_VALID'],
];

/** Ten mistakes as people make them; row n of a sheet is entry n − 2 of its list. */
export function plantMistakes(register: SampleRegister): void {
  const { PARTIES, DELEGATES, BOOTHS, AGREEMENTS, LINES, CREDITS, PETITIONS } = register;
  const wrong = String(PARTIES[59]!['taxCode']);
  PARTIES[59]!['taxCode'] = `${wrong.slice(0, 9)}${(Number(wrong[9]) + 1) % 10}`;
  PARTIES.push({ ...PARTIES[0]!, name: 'HTX Ví dụ viết trùng mã', taxCode: null, registrationNo: null });
  DELEGATES[10]!['role'] = 'Khách quý';
  BOOTHS[17]!['position'] = 19;
  AGREEMENTS[29]!['buyers'] = 'M099';
  AGREEMENTS[40]!['validFrom'] = '01/12/2026';
  AGREEMENTS[40]!['validTo'] = '30/11/2025';
  LINES[49]!['targetQty'] = 'mười tấn';
  LINES[99]!['baseUnit'] = null;
  CREDITS[3]!['bank'] = 'B009';
  PETITIONS[19]!['receivedOn'] = '31/02/2025';
}
