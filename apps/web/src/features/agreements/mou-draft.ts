import { quantity, quantityInputText } from '@lienket/domain';
import type {
  LinePricePrinciple,
  MouCreateInput,
  MouLineInput,
  MouObligationInput,
  MouPageFragment,
  MouPartyInput,
  OrganizationPartsFragment,
  PartyRole,
  PricePrinciple,
} from '../../gql/graphql';
import type { Typed } from '../../shared/forms/typed-numbers';

export interface PartyDraft {
  org: OrganizationPartsFragment | null;
  role: PartyRole;
  mustSign: boolean;
  representative: string;
}

export interface LineDraft {
  product: { id: string; nameVi: string } | null;
  description: string;
  baseUnit: string;
  /** '' until somebody chooses: an empty quantity by oversight is not the same as a paper that names none. */
  quantified: '' | 'yes' | 'no';
  targetQty: string;
  seasonMonths: number[];
  referencePrice: string;
  /** '' follows the common principle. */
  pricePrinciple: '' | LinePricePrinciple;
  priceSource: string;
  qualityTerms: string;
}

export interface DutyDraft {
  title: string;
  obligedOrgId: string;
  dueOn: string;
}

export interface MouDraft {
  eventCode: string;
  registerNo: string;
  title: string;
  validFrom: string;
  validTo: string;
  pricePrinciple: PricePrinciple;
  qualityTerms: string;
  parties: PartyDraft[];
  lines: LineDraft[];
  duties: DutyDraft[];
  document: { id: string; name: string; url: string } | null;
}

export const emptyLine = (): LineDraft => ({
  product: null,
  description: '',
  baseUnit: 'kg',
  quantified: '',
  targetQty: '',
  seasonMonths: [],
  referencePrice: '',
  pricePrinciple: '',
  priceSource: '',
  qualityTerms: '',
});

export const emptyDuty = (): DutyDraft => ({ title: '', obligedOrgId: '', dueOn: '' });

export const emptyParty = (role: PartyRole, org: OrganizationPartsFragment | null = null): PartyDraft => ({
  org,
  role,
  mustSign: role !== 'WITNESS',
  representative: '',
});

const SELLER_KINDS: readonly string[] = ['COOPERATIVE', 'COOPERATIVE_UNION', 'COOPERATIVE_GROUP', 'HOUSEHOLD_BUSINESS'];

/** One's own organization already stands on its side; the Alliance records for others. */
export function newDraft(own: OrganizationPartsFragment, eventCode: string): MouDraft {
  const sells = SELLER_KINDS.includes(own.kind);
  const isOfficer = own.kind === 'ALLIANCE';
  return {
    eventCode,
    registerNo: '',
    title: '',
    validFrom: '',
    validTo: '',
    pricePrinciple: 'PER_ORDER',
    qualityTerms: '',
    parties: [emptyParty('SELLER', sells && !isOfficer ? own : null), emptyParty('BUYER', sells || isOfficer ? null : own)],
    lines: [emptyLine()],
    duties: [],
    document: null,
  };
}

export const draftOf = (mou: MouPageFragment, locale: 'vi' | 'en'): MouDraft => ({
  eventCode: mou.event?.code ?? '',
  registerNo: mou.registerNo,
  title: mou.title,
  validFrom: mou.validFrom ?? '',
  validTo: mou.validTo ?? '',
  pricePrinciple: mou.pricePrinciple,
  qualityTerms: mou.qualityTerms ?? '',
  parties: mou.parties.map(({ organization, role, mustSign, representative }) => ({
    org: organization,
    role,
    mustSign,
    representative: representative ?? '',
  })),
  lines: mou.lines.map((line) => ({
    product: line.product ? { id: line.product.id, nameVi: line.product.nameVi } : null,
    description: line.description,
    baseUnit: line.baseUnit,
    quantified: line.targetQty == null ? 'no' : 'yes',
    targetQty: line.targetQty == null ? '' : quantityInputText(quantity(line.targetQty), locale),
    seasonMonths: [...line.seasonMonths],
    referencePrice: line.referencePrice == null ? '' : String(line.referencePrice),
    pricePrinciple: line.pricePrinciple ?? '',
    priceSource: line.priceSource ?? '',
    qualityTerms: line.qualityTerms ?? '',
  })),
  duties: mou.obligations.map(({ title, obliged, dueOn }) => ({ title, obligedOrgId: obliged.id, dueOn })),
  document: null,
});

interface Numbers {
  quantity: (text: string) => Typed;
  money: (text: string) => Typed;
}

type MouProblem = 'title' | 'parties' | 'partyOrg' | 'lines' | 'description' | 'baseUnit' | 'quantified' | 'validTo';

/** What the form itself can see wrong, by field id; the server decides everything else. */
export function problemsOf(draft: MouDraft, numbers: Numbers, say: (problem: MouProblem) => string): Record<string, string> {
  const found: Record<string, string> = {};
  if (!draft.title.trim()) found['title'] = say('title');
  if (draft.validFrom && draft.validTo && draft.validTo < draft.validFrom) found['validTo'] = say('validTo');
  if (draft.parties.some(({ org }) => org === null)) found['parties'] = say('partyOrg');
  if (!(['SELLER', 'BUYER'] as const).every((role) => draft.parties.some((party) => party.role === role))) {
    found['parties'] = say('parties');
  }
  if (draft.lines.length === 0) found['lines'] = say('lines');
  draft.lines.forEach((line, row) => {
    const at = (field: keyof MouLineInput) => `${row}.${field}`;
    if (!line.description.trim()) found[at('description')] = say('description');
    if (!line.baseUnit.trim()) found[at('baseUnit')] = say('baseUnit');
    if (line.quantified === '') found[`${row}.quantified`] = say('quantified');
    if (line.quantified === 'yes') {
      const typed = numbers.quantity(line.targetQty);
      if (!typed.ok) found[at('targetQty')] = typed.message;
    }
    if (line.referencePrice.trim()) {
      const typed = numbers.money(line.referencePrice);
      if (!typed.ok) found[at('referencePrice')] = typed.message;
    }
  });
  return found;
}

const wireOf = (typed: Typed): string | null => (typed.ok ? typed.wire : null);

export const lineInput = (line: LineDraft, numbers: Numbers): MouLineInput => ({
  productId: line.product?.id ?? null,
  description: line.description.trim(),
  baseUnit: line.baseUnit.trim(),
  targetQty: line.quantified === 'yes' ? wireOf(numbers.quantity(line.targetQty)) : null,
  seasonMonths: line.seasonMonths,
  referencePrice: line.referencePrice.trim() ? wireOf(numbers.money(line.referencePrice)) : null,
  pricePrinciple: line.pricePrinciple || null,
  priceSource: line.priceSource.trim() || null,
  qualityTerms: line.qualityTerms.trim() || null,
});

export const dutyInput = ({ title, obligedOrgId, dueOn }: DutyDraft): MouObligationInput => ({
  title: title.trim(),
  obligedOrgId,
  dueOn,
});

export const partyInput = ({ org, role, mustSign, representative }: PartyDraft): MouPartyInput => ({
  orgId: org?.id ?? '',
  role,
  mustSign,
  representative: representative.trim() || null,
});

type Head = Pick<MouCreateInput, 'title' | 'validFrom' | 'validTo' | 'pricePrinciple' | 'qualityTerms' | 'documentFileId'>;

/** What create and update share. Without a new scan the old one stays. */
export const headInput = (draft: MouDraft): Head => ({
  title: draft.title.trim(),
  validFrom: draft.validFrom || null,
  validTo: draft.validTo || null,
  pricePrinciple: draft.pricePrinciple,
  qualityTerms: draft.qualityTerms.trim() || null,
  ...(draft.document ? { documentFileId: draft.document.id } : {}),
});

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
