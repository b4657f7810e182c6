import {
  type Actor as DomainActor,
  type LocalDate,
  type Locale,
  may,
  nextState,
  PRODUCT_TRANSITIONS,
  type ProductAction,
  showsStars,
} from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { explain } from '../../platform/graphql/refusal.js';
import { certificateFacts, certificatesForInsider, type CertificateRow, certificatesForPublic } from '../registry/index.js';
import type { AvailableActionView, PriceTierView, ProductView } from './catalog.view.js';
import { productMessages, type ProductRefusal } from './product.messages.js';

/** A product with everything it has, as SQL hands it over. */
export interface ProductRow extends Omit<
  ProductView,
  'photoUrl' | 'photos' | 'priceTiers' | 'priceFrom' | 'priceTo' | 'certificates' | 'stars' | 'starsUntil' | 'availableActions'
> {
  readonly photoFileId: string | null;
  readonly photoRows: readonly {
    readonly id: string;
    readonly fileId: string;
    readonly altVi: string | null;
    readonly altEn: string | null;
  }[];
  readonly tiers: readonly (Omit<PriceTierView, 'unitPrice'> & { readonly unitPrice: string })[];
  readonly certificates: readonly CertificateRow[];
  /** The band of the general price, where the cooperative publishes it. */
  readonly priceFrom: string | null;
  readonly priceTo: string | null;
}

/** Kinds that buy on this market; another cooperative is a competitor, and the Alliance watches volumes, not prices. */
const BUYER_KINDS: readonly string[] = ['RETAILER', 'ENTERPRISE', 'COOPERATIVE_UNION'];

const STEPS_OF_OWNER: readonly ProductAction[] = ['submit', 'pause', 'resume', 'archive'];
const STEPS_OF_ALLIANCE: readonly ProductAction[] = ['publish', 'return'];

/** Leaves out what this reader may not see. */
export function forReader(row: ProductRow, actor: Actor | null, today: LocalDate, locale: Locale): ProductView {
  const { photoFileId, photoRows, tiers: rows, certificates, ...product } = row;
  const isOwner = actor?.orgId === row.cooperative.id;
  const isInsider = isOwner || actor?.orgKind === 'ALLIANCE';
  const tiers = rows.map((tier) => ({ ...tier, unitPrice: BigInt(tier.unitPrice) }));
  const seesPrices = isOwner || (actor !== null && BUYER_KINDS.includes(actor.orgKind));
  const star = bestStar(certificates, today);
  return {
    ...product,
    returnReason: isInsider ? row.returnReason : null,
    photoUrl: photoFileId && `/files/${photoFileId}`,
    photos: photoRows.map(({ id, fileId, altVi, altEn }) => ({
      id,
      fileId,
      url: `/files/${fileId}`,
      altVi: altVi ?? row.nameVi,
      altEn: altEn ?? row.nameEn ?? row.nameVi,
    })),
    priceTiers: seesPrices ? tiers : null,
    priceFrom: row.priceFrom === null ? null : BigInt(row.priceFrom),
    priceTo: row.priceTo === null ? null : BigInt(row.priceTo),
    certificates: isInsider ? certificatesForInsider(certificates, today) : certificatesForPublic(certificates, today),
    stars: star?.stars ?? null,
    starsUntil: star?.expiresOn ?? null,
    availableActions: actor ? actionsFor(row, actor, locale) : [],
  };
}

function bestStar(certificates: readonly CertificateRow[], today: LocalDate): CertificateRow | undefined {
  return certificates
    .filter((certificate) => showsStars(certificateFacts(certificate), today))
    .sort((a, b) => ((a.expiresOn ?? '') < (b.expiresOn ?? '') ? 1 : -1))[0];
}

/** What this reader could do here, each with the reason when it is not possible now. */
function actionsFor(row: ProductRow, actor: Actor, locale: Locale): AvailableActionView[] {
  const parties = { ownerOrgId: row.cooperative.id };
  const step = (action: ProductAction): AvailableActionView => {
    const moved = nextState(PRODUCT_TRANSITIONS, row.status, action);
    if (!moved.ok) return blocked(action, moved.refusal, locale);
    if (action === 'submit' && row.tiers.length === 0) return blocked(action, { code: 'PRICE_MISSING' }, locale);
    return { action, allowed: true, reason: null };
  };
  const edit: AvailableActionView =
    row.status === 'ARCHIVED'
      ? blocked('edit', { code: 'PRODUCT_ARCHIVED' }, locale)
      : { action: 'edit', allowed: true, reason: null };
  return [
    ...(may(actor as DomainActor, 'product.edit', parties) ? [edit, ...STEPS_OF_OWNER.map(step)] : []),
    ...(may(actor as DomainActor, 'product.publish', parties) ? STEPS_OF_ALLIANCE.map(step) : []),
  ];
}

const blocked = (action: string, refusal: ProductRefusal, locale: Locale): AvailableActionView => ({
  action,
  allowed: false,
  reason: explain(productMessages, refusal, locale).message,
});
