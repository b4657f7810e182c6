import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { OrderTemplatePartsFragment } from '../../../gql/graphql';
import { OrderTemplateDocument } from '../templates/templates.operations';
import type { AgainLine } from './again';

export interface OpenTemplate {
  id: string;
  version: number;
  name: string;
  deliveryLocationId: string | null;
  note: string | null;
  lines: AgainLine[];
}

/** The template a sheet is filled from: null without one, and until it is read; `missing` when it cannot be had. */
export function useTemplate(id: string | null): { template: OpenTemplate | null; missing: boolean } {
  const { data, error } = useQuery(OrderTemplateDocument, { variables: { id: id ?? '' }, skip: !id });
  const template = data?.orderTemplate;
  return {
    template: useMemo(() => (template ? opened(template) : null), [template]),
    missing: Boolean(error) || template === null,
  };
}

const opened = ({ id, version, name, deliveryLocationId, note, lines }: OrderTemplatePartsFragment): OpenTemplate => ({
  ...{ id, version, name },
  deliveryLocationId: deliveryLocationId ?? null,
  note: note ?? null,
  lines: lines.map((line) => ({
    productId: line.productId,
    contractLineId: line.contractLineId ?? null,
    gradeId: line.gradeId ?? null,
    packId: line.packId ?? null,
    description: line.description,
    qty: line.qty,
    placeId: line.deliveryLocationId ?? null,
    hours: line.windowFrom && line.windowTo ? `${line.windowFrom}-${line.windowTo}` : null,
    cost: line.costCenter ?? null,
  })),
});
