import type { DemandPartsFragment, OrganizationPartsFragment, ProductGroup } from '../../gql/graphql';

/** The form as typed. */
export interface DemandValues {
  productName: string;
  productGroup: ProductGroup | '';
  spec: string;
  baseUnit: string;
  weeklyQty: string;
  periodFrom: string;
  periodTo: string;
  basis: DemandPartsFragment['basis'];
  deliveryLocationId: string;
  certificateKinds: string[];
  ceilingPrice: string;
  visibility: DemandPartsFragment['visibility'];
  chosen: OrganizationPartsFragment[];
  openUntil: string;
  note: string;
}

export const valuesOf = (post: DemandPartsFragment | null): DemandValues => ({
  productName: post?.productName ?? '',
  productGroup: post?.productGroup ?? '',
  spec: post?.spec ?? '',
  baseUnit: post?.baseUnit ?? 'kg',
  weeklyQty: post ? post.weeklyQty.replace('.', ',') : '',
  periodFrom: post?.periodFrom ?? '',
  periodTo: post?.periodTo ?? '',
  basis: post?.basis ?? 'DC',
  deliveryLocationId: post?.deliveryLocationId ?? '',
  certificateKinds: [...(post?.certificateKinds ?? [])],
  ceilingPrice: post?.ceilingPrice == null ? '' : String(post.ceilingPrice),
  visibility: post?.visibility ?? 'SELLERS',
  chosen: [...(post?.chosen ?? [])],
  openUntil: post?.openUntil ?? '',
  note: post?.note ?? '',
});
