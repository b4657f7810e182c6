import { formatDateVi, formatQuantity, formatSpecValue, formatVnd, type GradeMeasure, quantity } from '@lienket/domain';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { factsBlock, linesTable, officialPaper, qrBlock } from '../../../platform/documents/index.js';
import type { PriceBasis, ProductView } from '../catalog.view.js';

export interface OfferContact {
  readonly name: string;
  readonly address: string | null;
  /** Null for readers without a session. */
  readonly phone: string | null;
}

export interface Offer {
  readonly product: ProductView;
  readonly contact: OfferContact;
  /** JPEG. */
  readonly photo: Buffer | null;
  readonly today: string;
  readonly link: string;
  readonly linkQrSvg: string;
}

const MEASURES: Record<GradeMeasure, string> = {
  WEIGHT: 'khối lượng',
  DIAMETER: 'đường kính',
  HEIGHT: 'chiều cao',
  LENGTH: 'chiều dài',
  BRIX: 'độ Brix',
  EDIBLE_PART: 'phần ăn được',
  MOISTURE: 'độ ẩm',
  DEFECTS: 'tỷ lệ lỗi',
  COUNT: 'số quả mỗi kg',
  COLOUR: 'màu',
  SHAPE: 'hình dáng',
  OTHER: '',
};
const STORED: Record<ProductView['storage'], string> = {
  AMBIENT: 'nhiệt độ thường',
  CHILLED: 'giữ mát',
  FROZEN: 'đông lạnh',
};
const BASES: Record<PriceBasis, string> = { EXW: 'tại hợp tác xã', DC: 'tại kho tổng bên mua', STORE: 'tại cửa hàng' };

const heading = (text: string): Content => ({ text, bold: true, fontSize: 12.5, margin: [0, 6, 0, 3] });
const amount = (wire: string, unit: string): string => formatQuantity(quantity(wire), unit);

/** One page to hand to a category buyer. A price stands on it only where its reader may see one. */
export function offerSheet({ product, contact, photo, today, link, linkQrSvg }: Offer): TDocumentDefinitions {
  const facts = factsBlock(
    [
      ['Quy cách', product.netContent],
      ['Mùa vụ', seasonOf(product.harvestMonths)],
      ['Bảo quản', storageOf(product)],
      ['Hạn dùng', product.shelfLifeDays && `${product.shelfLifeDays} ngày`],
      ['Còn hạn khi nhận', product.minRemainingDays && `ít nhất ${product.minRemainingDays} ngày`],
      ['Vùng trồng', [product.origin, product.originCommuneName].filter(Boolean).join(', ') || null],
      ['Mã HS', product.hsCode],
    ].map(([label, value]) => [String(label), value ? String(value) : null] as const),
  );
  const content: Content[] = [
    { text: 'PHIẾU CHÀO HÀNG', bold: true, fontSize: 10.5, color: '#555555' },
    { text: product.nameVi, bold: true, fontSize: 20, margin: [0, 2, 0, 0] },
    { text: `${contact.name} · ngày ${formatDateVi(today)}`, margin: [0, 0, 0, 8] },
    photo
      ? {
          columns: [
            { image: `data:image/jpeg;base64,${photo.toString('base64')}`, fit: [170, 150] },
            { width: '*', stack: [facts] },
          ],
          columnGap: 14,
        }
      : facts,
    ...(product.description
      ? [{ text: short(product.description, 400), margin: [0, 2, 0, 2] as [number, number, number, number] }]
      : []),
    ...gradesOf(product),
    ...packsOf(product),
    ...pricesOf(product),
    ...certificatesOf(product, today),
    qrBlock(linkQrSvg, 70, [
      { text: `Liên hệ: ${contact.name}`, bold: true, fontSize: 11 },
      { text: [contact.address, contact.phone && `điện thoại ${contact.phone}`].filter(Boolean).join(' · '), fontSize: 10.5 },
      { text: link, fontSize: 8.5, color: '#555555', margin: [0, 3, 0, 0] },
    ]),
  ];
  return officialPaper({ number: product.slug, title: 'Phiếu chào hàng', author: contact.name, isDemo: product.isDemo, content });
}

function gradesOf({ grades }: ProductView): Content[] {
  if (grades.length === 0) return [];
  const rows = grades
    .slice(0, 5)
    .map(({ name, spec }) => [
      name,
      spec.map((one) => `${MEASURES[one.measure]} ${formatSpecValue(one)}`.trim()).join('; ') || '—',
    ]);
  return [
    heading('Phân loại'),
    linesTable(
      [
        { title: 'Loại', width: 90 },
        { title: 'Chỉ tiêu', width: '*' },
      ],
      rows,
    ),
  ];
}

function packsOf({ packs, baseUnit }: ProductView): Content[] {
  const rows = packs
    .slice(0, 5)
    .map(({ name, sizeBase, moqPacks, gtin, catchWeight }, index) => [
      catchWeight ? { text: name, below: 'hàng cân: tính tiền theo số cân thực' } : name,
      amount(sizeBase, baseUnit),
      index === 0 ? `${moqPacks} kiện` : '',
      gtin ?? '',
    ]);
  const columns = [
    { title: 'Đóng gói', width: '*' as const },
    { title: 'Chứa', width: 70, align: 'right' as const },
    { title: 'Đặt từ', width: 60, align: 'right' as const },
    { title: 'Mã vạch', width: 90 },
  ];
  return [heading('Đóng gói'), linesTable(columns, rows)];
}

function pricesOf({ priceTiers, priceFrom, priceTo, baseUnit }: ProductView): Content[] {
  if (priceTiers?.length) {
    const rows = priceTiers
      .slice(0, 6)
      .map(({ minQty, unitPrice }) => [
        Number(minQty) === 0 ? 'Từ lượng đặt tối thiểu' : `Từ ${amount(minQty, baseUnit)}`,
        formatVnd(unitPrice),
      ]);
    const columns = [
      { title: 'Số lượng', width: '*' as const },
      { title: `Đơn giá mỗi ${baseUnit}`, width: 110, align: 'right' as const },
    ];
    return [heading(`Giá ${BASES[priceTiers[0]!.basis]}, chưa thuế GTGT`), linesTable(columns, rows)];
  }
  if (priceFrom === null || priceTo === null) return [];
  return [heading('Giá'), { text: `${formatVnd(priceFrom)} đến ${formatVnd(priceTo)} mỗi ${baseUnit}, chưa thuế GTGT` }];
}

/** Only papers that hold on the day the sheet is made. */
function certificatesOf({ certificates }: ProductView, today: string): Content[] {
  const held = certificates.filter(
    ({ state, expiresOn }) => (state === 'VALID' || state === 'EXPIRING_SOON') && (expiresOn === null || expiresOn >= today),
  );
  if (held.length === 0) return [];
  const names = held
    .slice(0, 8)
    .map((paper) => `${titleOf(paper)}${paper.expiresOn ? ` (đến ${formatDateVi(paper.expiresOn)})` : ''}`);
  return [heading('Chứng nhận còn hiệu lực'), { text: names.join('; ') }];
}

const titleOf = ({ kind, stars, number }: ProductView['certificates'][number]): string =>
  [kind === 'OCOP' && stars ? `OCOP ${stars} sao` : kind.replaceAll('_', ' '), number && `số ${number}`]
    .filter(Boolean)
    .join(' ');

const seasonOf = (months: readonly number[]): string =>
  months.length === 0 || months.length === 12 ? 'quanh năm' : `tháng ${months.join(', ')}`;

function storageOf({ storage, storageTempMin, storageTempMax }: ProductView): string {
  const degrees = [storageTempMin, storageTempMax]
    .filter((value) => value !== null)
    .map((value) => String(value).replace('-', '−'));
  return degrees.length > 0 ? `${STORED[storage]}, ${degrees.join(' đến ')} °C` : STORED[storage];
}

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
