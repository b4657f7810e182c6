import { accept, addDays, daysBetween, quantity, refuse, type Result } from '@lienket/domain';
import { isUuid } from '../../../platform/auth/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { tidyLine, tidyText } from '../../../platform/text.js';
import type { DemandPost } from './demand-post.entity.js';
import type { DemandRefusal } from './demand.messages.js';
import type { DemandSaveCommand } from './demand.view.js';

const NAME_MAX = 200;
const TEXT_MAX = 2000;
const UNIT_MAX = 20;
const MOST_CHOSEN = 100;
const MOST_CERTIFICATES = 10;
const KIND_MAX = 60;
const LONGEST_DAYS = 731;
/** Who can supply: a bank or a department cannot. */
export const SUPPLIER_KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'HOUSEHOLD_BUSINESS', 'ENTERPRISE'];

type Checked = Pick<
  DemandPost,
  | 'title'
  | 'productId'
  | 'productName'
  | 'productGroup'
  | 'spec'
  | 'baseUnit'
  | 'weeklyQty'
  | 'certificateKinds'
  | 'note'
  | 'deliveryLocationId'
  | 'deliveryPlace'
>;

/** What was written, tidied; a listed product lends its name, group and unit. */
export async function checkDemand(tx: Tx, orgId: string, input: DemandSaveCommand): Promise<Result<Checked, DemandRefusal>> {
  const product = await productOf(tx, input.productId);
  if (!product.ok) return product;
  const productName = tidyLine(input.productName) ?? product.value?.name ?? null;
  const productGroup = input.productGroup ?? product.value?.group ?? null;
  const baseUnit = tidyLine(input.baseUnit);
  const [spec, note, given] = [tidyText(input.spec), tidyText(input.note), tidyLine(input.title)];
  if (!productName && !productGroup) return refuse({ code: 'GOODS_MISSING' });
  if (!baseUnit) return refuse({ code: 'UNIT_MISSING' });
  const tooLong = [
    [given, NAME_MAX],
    [productName, NAME_MAX],
    [baseUnit, UNIT_MAX],
    [spec, TEXT_MAX],
    [note, TEXT_MAX],
  ] as const;
  const long = tooLong.find(([text, max]) => (text?.length ?? 0) > max);
  if (long) return refuse({ code: 'DEMAND_TEXT_TOO_LONG', max: long[1] });
  const figures = checkFigures(tx.today, input);
  if (!figures.ok) return figures;
  const place = await placeOf(tx, orgId, input.deliveryLocationId);
  if (!place.ok) return place;
  return accept({
    ...place.value,
    title: given ?? productName ?? productGroup!,
    productId: product.value?.id ?? null,
    productName,
    productGroup,
    spec,
    note,
    baseUnit,
    weeklyQty: quantity(input.weeklyQty).toDecimalString(),
    certificateKinds: [...new Set(input.certificateKinds.flatMap((kind) => tidyLine(kind) ?? []))],
  });
}

function checkFigures(today: string, input: DemandSaveCommand): Result<null, DemandRefusal> {
  const { periodFrom, periodTo, openUntil, ceilingPrice, certificateKinds } = input;
  if (!quantity(input.weeklyQty).isPositive) return refuse({ code: 'WEEKLY_QTY_NOT_POSITIVE' });
  if (periodFrom > periodTo) return refuse({ code: 'DEMAND_PERIOD_OUT_OF_ORDER' });
  if (periodTo < today) return refuse({ code: 'DEMAND_PERIOD_PAST' });
  if (daysBetween(periodFrom, addDays(periodTo, 1)) > LONGEST_DAYS) return refuse({ code: 'PERIOD_TOO_LONG' });
  if (openUntil && (openUntil < today || openUntil > periodTo)) return refuse({ code: 'OPEN_UNTIL_PAST' });
  if (ceilingPrice != null && ceilingPrice <= 0n) return refuse({ code: 'CEILING_NOT_POSITIVE' });
  if (certificateKinds.length > MOST_CERTIFICATES || certificateKinds.some((kind) => kind.length > KIND_MAX))
    return refuse({ code: 'TOO_MANY_CERTIFICATES', max: MOST_CERTIFICATES });
  return accept(null);
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly group: string;
}

async function productOf(tx: Tx, id: string | null | undefined): Promise<Result<Listed | null, DemandRefusal>> {
  if (!id) return accept(null);
  const [row] = isUuid(id)
    ? await tx.query<Listed>(
        `select id, name_vi as name, product_group as "group" from product where id = $1 and status in ('PUBLISHED', 'PAUSED')`,
        [id],
      )
    : [];
  return row ? accept(row) : refuse({ code: 'DEMAND_PRODUCT_UNKNOWN' });
}

async function placeOf(
  tx: Tx,
  orgId: string,
  id: string | null | undefined,
): Promise<Result<Pick<DemandPost, 'deliveryLocationId' | 'deliveryPlace'>, DemandRefusal>> {
  if (!id) return accept({ deliveryLocationId: null, deliveryPlace: null });
  const [row] = isUuid(id)
    ? await tx.query<{ id: string; place: string }>(
        `select id, name || ', ' || address as place from location where id = $1 and org_id = $2 and deactivated_at is null`,
        [id, orgId],
      )
    : [];
  return row ? accept({ deliveryLocationId: row.id, deliveryPlace: row.place }) : refuse({ code: 'DEMAND_LOCATION_NOT_YOURS' });
}

/** Active suppliers, each once; the buyer itself is none. Empty for a post that everybody may see. */
export async function checkChosen(
  tx: Tx,
  buyerOrgId: string,
  input: DemandSaveCommand,
): Promise<Result<string[], DemandRefusal>> {
  if (input.visibility !== 'CHOSEN') return accept([]);
  const ids = [...new Set(input.chosenIds.map((id) => id.toLowerCase()))].sort();
  if (ids.length > MOST_CHOSEN) return refuse({ code: 'TOO_MANY_CHOSEN', max: MOST_CHOSEN });
  if (ids.length === 0) return accept([]);
  if (!ids.every(isUuid) || ids.includes(buyerOrgId)) return refuse({ code: 'CHOSEN_UNKNOWN' });
  const rows = await tx.query(`select 1 from organization where id = any($1) and status = 'ACTIVE' and kind = any($2)`, [
    ids,
    SUPPLIER_KINDS,
  ]);
  return rows.length === ids.length ? accept(ids) : refuse({ code: 'CHOSEN_UNKNOWN' });
}
