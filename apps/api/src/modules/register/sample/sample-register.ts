import { taxCodeIsValid } from '@lienket/domain';
import type { SheetName } from '../register-sheet.js';
import { plantMistakes } from './planted-mistakes.js';

/** Rows of each sheet by column key; what is missing is an empty cell. */
export type SampleRow = Record<string, string | number | null>;
export type SampleRegister = Record<SheetName, SampleRow[]>;

/** The day of the demo conference that the sample belongs to. */
export const SAMPLE_HELD_ON = '2025-11-20';

const SIGNED_ON = '20/11/2025';
const PLACES = [
  'Chi Lăng',
  'Bắc Sơn',
  'Hữu Lũng',
  'Văn Quan',
  'Bình Gia',
  'Tràng Định',
  'Văn Lãng',
  'Cao Lộc',
  'Lộc Bình',
  'Đình Lập',
];
const FAMILIES = ['Hoàng', 'Nông', 'Lý', 'Vi', 'Hứa', 'Lương', 'Triệu', 'Đàm', 'Chu', 'Lộc'];
const GIVEN = ['Văn Mẫu', 'Thị Mẫu', 'Minh Thử', 'Thu Thử', 'Đức Ví', 'Lan Dụ', 'Quang Tập', 'Hạnh Tập'];

/** Name of the goods, unit of the register, months, usual price of a kilogram or piece, usual size of a promise in that unit. */
const GOODS: readonly (readonly [name: string, unit: string, months: string, price: number, size: number])[] = [
  ['Na dai', 'tấn', 'T7, T8, T9', 40_000, 12],
  ['Quýt vàng', 'tấn', 'T11, T12, T1', 30_000, 8],
  ['Hồng không hạt', 'kg', 'T9, T10', 35_000, 4_000],
  ['Hoa hồi khô', 'kg', 'T7, T8, T9', 150_000, 900],
  ['Thạch đen', 'kg', 'quanh năm', 60_000, 1_500],
  ['Măng ớt', 'hộp', 'T8, T9, T10', 45_000, 2_000],
  ['Nấm hương khô', 'kg', 'T10, T11, T12', 320_000, 300],
  ['Mật ong rừng', 'chai', 'T4, T5, T6', 180_000, 600],
  ['Gạo nếp', 'tạ', 'T6, T10', 28_000, 60],
  ['Khoai lang', 'tạ', 'T11, T12', 14_000, 90],
  ['Rau cải ngồng', 'kg', 'T11, T12, T1, T2', 18_000, 2_500],
  ['Trám đen', 'kg', 'T9, T10', 90_000, 500],
];
const PURPOSES = ['Xây kho lạnh', 'Mua máy sấy', 'Trồng mới vườn na', 'Vốn thu mua vụ mới', 'Nhà sơ chế đạt an toàn thực phẩm'];
const FIELDS = [
  'Tín dụng, lãi suất',
  'Thị trường, liên kết, tiêu thụ',
  'Đất đai, môi trường',
  'Sản xuất nông nghiệp',
  'Khoa học - công nghệ',
  'Nhân lực, đào tạo',
];

/** The same numbers every time: a sample is compared, not rolled. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Serials far above what is issued in the province; the first of them are those of the demo world. */
function* taxCodes(from: number): Generator<string, never> {
  for (let serial = from; ; serial += 1) {
    const code = Array.from({ length: 10 }, (_, check) => `49${serial}${check}`).find(taxCodeIsValid);
    if (code) yield code;
  }
}

const code = (letter: string, number: number): string => `${letter}${String(number).padStart(3, '0')}`;

/**
 * The register of a conference that never was: 100 parties, 200 agreements with 2 lines each on average, credit agreements and petitions.
 * Three parties are known to the demo world by tax code, two by nothing but their names.
 */
export function sampleRegister({ mistakes = false }: { readonly mistakes?: boolean } = {}): SampleRegister {
  const roll = dice(20_251_120);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  const parties = sampleParties(pick);
  const of = (letter: string) =>
    parties.filter((party) => String(party['code']).startsWith(letter)).map((party) => String(party['code']));
  const [sellers, buyers, banks, witnesses] = [of('B'), of('M'), of('N'), of('C')];
  const register: SampleRegister = {
    PARTIES: parties,
    DELEGATES: parties.map((party, i) => ({
      code: i + 1,
      fullName: party['representative']!,
      title: party['representativeTitle']!,
      party: party['code']!,
      role: party['kind'] === 'Hợp tác xã' ? 'Hợp tác xã' : party['kind'] === 'Nhà bán lẻ' ? 'Đơn vị phân phối' : 'Doanh nghiệp',
      // Who came was not ticked off for everybody.
      attended: i % 7 === 3 ? null : i % 11 === 5 ? 'không' : 'có',
    })),
    BOOTHS: Array.from({ length: 18 }, (_, i) => ({
      position: i + 1,
      title: i < PLACES.length ? `Gian huyện ${PLACES[i]}` : null,
      unit: i < PLACES.length ? `Huyện ${PLACES[i]}` : null,
      party: i < PLACES.length ? null : sellers[i * 3]!,
      goods: `${pick(GOODS)[0]}, ${pick(GOODS)[0].toLowerCase()}`,
      scanPage: 2,
    })),
    AGREEMENTS: [],
    LINES: [],
    CREDITS: Array.from({ length: 8 }, (_, i) => ({
      registerNo: `TD${String(i + 1).padStart(2, '0')}`,
      bank: banks[i % banks.length]!,
      borrower: sellers[i * 5]!,
      amount: i % 4 === 3 ? null : (roll(8) + 2) * 50_000_000,
      isSecured: i % 3 === 0 ? 'có' : 'không',
      purpose: pick(PURPOSES),
      termMonths: pick([12, 24, 36]),
      signedOn: SIGNED_ON,
      scanPage: 40 + i,
    })),
    PETITIONS: Array.from({ length: 41 }, (_, i) => ({
      code: `KN${String(i + 1).padStart(2, '0')}`,
      petitioner: sellers[i % 28]!,
      receivedOn: '15/10/2025',
      fields: i % 9 === 0 ? `${FIELDS[i % 6]}; ${FIELDS[(i + 1) % 6]}` : FIELDS[i % 6]!,
      content: i % 5 === 4 ? null : `Kiến nghị mẫu số ${i + 1} về ${FIELDS[i % 6]!.toLowerCase()}`,
    })),
  };
  for (let i = 0; i < 200; i += 1) {
    const registerNo = String(i + 1).padStart(3, '0');
    const seller = sellers[i % sellers.length]!;
    const goods = [
      GOODS[(i * 7) % GOODS.length]!,
      ...(i % 3 === 0 ? [] : [GOODS[(i * 7 + 5) % GOODS.length]!]),
      ...(i % 6 === 1 ? [GOODS[(i * 7 + 3) % GOODS.length]!] : []),
    ];
    const place = PLACES[i % PLACES.length]!;
    register.AGREEMENTS.push({
      registerNo,
      title: `Hợp tác tiêu thụ ${goods[0]![0].toLowerCase()} ${place}`,
      sellers: i % 25 === 7 ? `${seller}; ${sellers[(i + 1) % sellers.length]}` : seller,
      buyers: buyers[(i * 3) % buyers.length]!,
      witnesses: i % 2 === 0 ? witnesses[0]! : null,
      signedOn: i % 13 === 6 ? null : SIGNED_ON,
      validFrom: i % 4 === 3 ? null : '01/12/2025',
      validTo: i % 4 === 3 ? null : i % 2 ? '30/11/2026' : '30/11/2027',
      pricePrinciple: i % 5 === 4 ? null : pick(['Theo thị trường', 'Theo từng đơn', 'Giá sàn', 'Cố định']),
      qualityTerms: i % 3 === 0 ? 'Có tem truy xuất; đạt tiêu chuẩn VietGAP hoặc tương đương' : null,
      scanPage: 5 + i,
    });
    goods.forEach(([name, unit, months, price, size], at) => {
      // One line in three names no quantity, as memoranda do.
      const isOpen = (i + at) % 3 === 2;
      const factor = unit === 'tấn' ? 1000 : unit === 'tạ' ? 100 : 1;
      register.LINES.push({
        registerNo,
        lineNo: at + 1,
        description: `${name} ${place}`,
        baseUnit: unit,
        targetQty: isOpen ? null : size * (roll(4) + 1),
        seasonMonths: months,
        referencePrice: isOpen || i % 4 === 1 ? null : price * factor,
        scanPage: 5 + i,
      });
    });
  }
  if (mistakes) plantMistakes(register);
  return register;
}

function sampleParties(pick: <T>(list: readonly T[]) => T): SampleRow[] {
  const fresh = taxCodes(9_500_001);
  const demo = taxCodes(9_000_001);
  const person = () => `${pick(FAMILIES)} ${pick(GIVEN)}`;
  const party = (
    letter: string,
    number: number,
    name: string,
    kind: string,
    taxCode: string | null,
    place: string,
  ): SampleRow => ({
    code: code(letter, number),
    name,
    kind,
    taxCode,
    // Some registers write the number of the certificate, some do not.
    registrationNo: number % 4 === 2 ? null : taxCode,
    representative: person(),
    representativeTitle: kind === 'Hộ kinh doanh' ? 'Chủ hộ' : 'Giám đốc',
    address: `${place}, tỉnh Lạng Sơn (dữ liệu mẫu)`,
    scanPage: 1,
  });
  const known: SampleRow[] = [
    party('B', 1, 'HTX Mẫu – Núi đá 01', 'Hợp tác xã', demo.next().value, 'Chi Lăng'),
    party('B', 2, 'HTX Mẫu – Ong và rau thơm 02', 'Hợp tác xã', demo.next().value, 'Chi Lăng'),
    party('B', 3, 'HTX Mẫu – Hồi sườn núi 03', 'Hợp tác xã', demo.next().value, 'Chi Lăng'),
    party('B', 4, 'Hợp tác xã Mẫu Rừng Hồi 04', 'Hợp tác xã', null, 'Bình Gia'),
    party('B', 5, 'HTX Mẫu Trám và Nấm 05', 'Hợp tác xã', null, 'Bình Gia'),
  ];
  const cooperatives = Array.from({ length: 65 }, (_, i) => {
    const place = PLACES[i % PLACES.length]!;
    return party('B', i + 6, `HTX Ví dụ ${pick(GOODS)[0]} ${place} ${200 + i}`, 'Hợp tác xã', fresh.next().value, place);
  });
  const households = Array.from({ length: 5 }, (_, i) =>
    party('B', i + 71, `Hộ kinh doanh Ví dụ ${PLACES[i]} ${300 + i}`, 'Hộ kinh doanh', `00099500${String(1000 + i)}`, PLACES[i]!),
  );
  const shops = Array.from({ length: 18 }, (_, i) =>
    party(
      'M',
      i + 1,
      `${i < 8 ? 'Siêu thị' : 'Công ty'} Ví dụ Biên giới ${400 + i}`,
      i < 8 ? 'Nhà bán lẻ' : 'Doanh nghiệp',
      fresh.next().value,
      'Lạng Sơn',
    ),
  );
  const banks = Array.from({ length: 5 }, (_, i) =>
    party('N', i + 1, `Ngân hàng Ví dụ chi nhánh ${500 + i}`, 'Ngân hàng', fresh.next().value, 'Lạng Sơn'),
  );
  const witnesses = [1, 2].map((number) =>
    party('C', number, `Hiệp hội Ví dụ kết nối ${600 + number}`, 'Hiệp hội', null, 'Lạng Sơn'),
  );
  return [...known, ...cooperatives, ...households, ...shops, ...banks, ...witnesses];
}
