/** GS1: 8, 12, 13 or 14 digits; weights 3 and 1 from the right make the sum a multiple of ten. */
export function gtinIsValid(code: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(code) && gtinCheckDigit(code.slice(0, -1)) === Number(code.at(-1));
}

/** The digit that follows `body`. Throws RangeError when `body` is not digits. */
export function gtinCheckDigit(body: string): number {
  if (!/^\d+$/.test(body)) throw new RangeError('A barcode is digits only');
  const sum = [...body].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}
