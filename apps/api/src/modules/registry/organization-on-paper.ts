import { type OrganizationKind, taxCodeForDisplay } from '@lienket/domain';

/** The columns of `organization` that stand on a paper. */
export interface OrganizationOnPaper {
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly taxCode: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly representative: string | null;
}

export const organizationOnPaperSql = (alias: string): string =>
  `json_build_object('name', ${alias}.name, 'kind', ${alias}.kind, 'taxCode', ${alias}.tax_code, 'address', ${alias}.address, 'phone', ${alias}.phone,
    'representative', ${alias}.legal_representative)`;

/** A household's tax code is a person's number and stays masked on paper too. */
export const taxCodeOnPaper = ({ kind, taxCode }: Pick<OrganizationOnPaper, 'kind' | 'taxCode'>): string | null =>
  taxCode && taxCodeForDisplay(taxCode, kind);
