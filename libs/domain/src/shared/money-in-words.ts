const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000n;

/**
 * The amount as written on contracts and vouchers: 25000n → "Hai mươi lăm nghìn đồng chẵn".
 * Northern usage ("linh", "nghìn"); "chẵn" always closes a sum above zero, so that nothing can be added after it.
 */
export function moneyInWords(amount: bigint): string {
  if (amount === 0n) return 'Không đồng';
  const words = `${amount < 0n ? 'âm ' : ''}${numberInWords(amount < 0n ? -amount : amount)} đồng chẵn`;
  return words[0]!.toUpperCase() + words.slice(1);
}

function numberInWords(n: bigint): string {
  if (n < BILLION) return belowBillion(Number(n), false);
  const rest = Number(n % BILLION);
  return [`${numberInWords(n / BILLION)} tỷ`, rest && belowBillion(rest, true)].filter(Boolean).join(' ');
}

function belowBillion(n: number, follows: boolean): string {
  const parts: string[] = [];
  for (const [size, word] of [
    [1_000_000, ' triệu'],
    [1_000, ' nghìn'],
    [1, ''],
  ] as const) {
    const group = Math.floor(n / size) % 1000;
    if (group > 0) parts.push(belowThousand(group, follows || parts.length > 0) + word);
  }
  return parts.join(' ');
}

/** `follows`: a larger group was read before, so the empty hundreds and tens are read aloud ("không trăm linh năm"). */
function belowThousand(n: number, follows: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const words: string[] = [];
  if (hundreds > 0 || follows) words.push(DIGITS[hundreds]!, 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(DIGITS[tens]!, 'mươi');
  if (ones > 0) words.push(onesInWords(ones, tens));
  return words.join(' ');
}

function onesInWords(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return 'tư';
  if (ones === 5 && tens > 0) return 'lăm';
  return DIGITS[ones]!;
}
