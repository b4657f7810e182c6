import { addDays, type GradeSpec } from '@lienket/domain';
import {
  CommercialTermsRecord,
  GradeRecord,
  HolidayClosureRecord,
  ListPriceRecord,
  PackRecord,
  PriceTierRecord,
  ProductChangeRecord,
} from '../../../modules/catalog/index.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

const GRADED = 'na-chi-lang-trai-vu';
const CHANGING = 'na-dai-chi-lang-loai-2';
const CLOSED = 'choi-chit';

const atLeast = (measure: GradeSpec['measure'], value: string, unit: string | null): GradeSpec => ({
  measure,
  operator: 'AT_LEAST',
  value,
  valueTo: null,
  unit,
  text: null,
});

/** The specification of the geographical indication "Lạng Sơn" for custard apples (00140, QĐ 560/QĐ-SHTT of 22/6/2024). */
const GRADE_1: GradeSpec[] = [
  atLeast('WEIGHT', '268.15', 'g'),
  atLeast('DIAMETER', '74.3', 'mm'),
  atLeast('HEIGHT', '75.02', 'mm'),
  atLeast('EDIBLE_PART', '42.33', '%'),
  atLeast('BRIX', '11.2', null),
];
const GRADE_2: GradeSpec[] = [
  { measure: 'WEIGHT', operator: 'BETWEEN', value: '180', valueTo: '268', unit: 'g', text: null },
  { measure: 'COLOUR', operator: 'EQUALS', value: null, valueTo: null, unit: null, text: 'xanh vàng, gai nở đều' },
];

interface Product {
  readonly id: string;
  readonly orgId: string;
  readonly packId: string;
  readonly directorId: string | null;
}

/** One product told whole, two buyers with prices of their own, a change that waits and days off: what the screens are for. */
export async function loadProductsInDepth(tx: Tx): Promise<void> {
  const graded = await find(tx, GRADED);
  const changing = await find(tx, CHANGING);
  const closed = await find(tx, CLOSED);
  if (graded) await tellWhole(tx, graded);
  if (changing?.directorId) {
    await tx.insert(ProductChangeRecord, {
      id: newId(),
      productId: changing.id,
      orgId: changing.orgId,
      requestedBy: changing.directorId,
      wanted: {
        nameVi: 'Na dai Chi Lăng loại 2, hái tại vườn',
        story: 'Na được hái khi gai nở đều, buộc lá và xếp sọt ngay tại vườn (nội dung mẫu).',
      },
    });
  }
  if (closed?.directorId) {
    await tx.insert(HolidayClosureRecord, {
      id: newId(),
      orgId: closed.orgId,
      firstDay: addDays(tx.today, 30),
      lastDay: addDays(tx.today, 34),
      message: 'Nghỉ kiểm kê kho (dữ liệu mẫu)',
      createdBy: closed.directorId,
    });
  }
}

async function tellWhole(tx: Tx, { id, orgId, packId }: Product): Promise<void> {
  const [grade1, grade2] = [newId(), newId()];
  await tx.insert(GradeRecord, [
    { id: grade1, productId: id, code: 'L1', name: 'Loại 1', spec: GRADE_1, position: 0 },
    { id: grade2, productId: id, code: 'L2', name: 'Loại 2', spec: GRADE_2, position: 1 },
  ]);
  const box = newId();
  await tx.insert(PackRecord, [
    { id: box, productId: id, name: 'Hộp 1 kg', level: 'INNER', sizeBase: '1', netWeight: '1', tareWeight: '0.06', position: 1 },
    {
      id: newId(),
      productId: id,
      name: 'Pallet 80 thùng',
      level: 'PALLET',
      innerPackId: packId,
      sizeBase: '400',
      netWeight: '400',
      tareWeight: '58',
      position: 2,
    },
  ]);
  await tx.query(
    `update pack set inner_pack_id = $2, net_weight = 5, tare_weight = 0.45, catch_weight = true, weight_tolerance_bp = 200 where id = $1`,
    [packId, box],
  );
  await tx.query(
    `update product set storage_temp_min = 12, storage_temp_max = 15, min_remaining_days = 3, origin = 'Vườn núi đá vôi quanh thung lũng Chi Lăng',
       story = 'Na trái vụ được tỉa cành để quả chín muộn hơn chính vụ, vào tháng 10 và 11 (nội dung mẫu).' where id = $1`,
    [id],
  );
  const buyers = await tx.query<{ id: string }>(
    `select distinct o.id, o.name from organization o join membership m on m.org_id = o.id and m.roles @> array['BUYER_MANAGER']
     where o.kind = 'RETAILER' and o.is_demo order by o.name limit 2`,
  );
  for (const [index, buyer] of buyers.entries()) {
    const listPriceId = newId();
    await tx.insert(ListPriceRecord, {
      id: listPriceId,
      sellerOrgId: orgId,
      buyerOrgId: buyer.id,
      productId: id,
      basis: index === 0 ? 'DC' : 'EXW',
      validFrom: tx.today,
      endsBefore: addDays(tx.today, 60),
    });
    await tx.insert(
      PriceTierRecord,
      [0, 200].map((minQty, step) => ({
        id: newId(),
        listPriceId,
        minQtyBase: String(minQty),
        unitPrice: BigInt(68_000 - index * 3_000 - step * 2_000),
      })),
    );
  }
  if (buyers[0]) {
    await tx.insert(CommercialTermsRecord, {
      id: newId(),
      sellerOrgId: orgId,
      buyerOrgId: buyers[0].id,
      validFrom: tx.today,
      frontBp: 1500,
      rebateBp: 300,
      dcBp: 250,
      promoBp: 100,
      feePerUnit: 200n,
      note: 'Theo bảng chiết khấu mẫu',
    });
  }
}

async function find(tx: Tx, slug: string): Promise<Product | null> {
  const [row] = await tx.query<Product>(
    `select p.id, p.org_id as "orgId", k.id as "packId",
       (select m.user_id from membership m where m.org_id = p.org_id and m.roles @> array['SELLER_DIRECTOR'] order by m.id limit 1) as "directorId"
     from product p join lateral (select id from pack where product_id = p.id order by position, id limit 1) k on true where p.slug = $1`,
    [slug],
  );
  return row ?? null;
}
