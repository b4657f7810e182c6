import type { ContractPageFragment, MouPageFragment } from '../../gql/graphql';
import type { LivingDocument } from './agreement-life';

export const livingMou = (mou: MouPageFragment, own: boolean): LivingDocument => ({
  type: 'MOU',
  id: mou.id,
  version: mou.version,
  validTo: mou.validTo,
  noticeDays: null,
  terms: { kind: 'MOU', qualityTerms: mou.qualityTerms ?? null },
  life: mou.life,
  own,
  lines: mou.lines.map(({ id, description, baseUnit, targetQty, numbers }) => ({
    id,
    description,
    baseUnit,
    target: targetQty ?? null,
    accepted: numbers.accepted,
  })),
});

export const livingContract = (contract: ContractPageFragment, own: boolean): LivingDocument => ({
  type: 'CONTRACT',
  id: contract.id,
  version: contract.version,
  validTo: contract.validTo,
  noticeDays: contract.noticeDays,
  terms: { kind: 'CONTRACT', toleranceBp: contract.toleranceBp, paymentTermDays: contract.paymentTermDays },
  life: contract.life,
  own,
  lines: contract.lines.map(({ id, description, baseUnit, minQty, targetQty, maxQty, unitPrice, numbers }) => ({
    id,
    description,
    baseUnit,
    min: minQty,
    target: targetQty,
    max: maxQty,
    unitPrice: unitPrice == null ? null : String(unitPrice),
    accepted: numbers.accepted,
  })),
});
