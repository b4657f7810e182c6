import { maskAccountNo, type OrganizationKind, phoneForDisplay, taxCodeForDisplay } from '@lienket/domain';

/** What outsiders read of an organization's own numbers; the owner and the Alliance see the tax code whole. */
export const publicTaxCode = (taxCode: string | null, kind: OrganizationKind): string | null =>
  taxCode && taxCodeForDisplay(taxCode, kind);

export const shownPhone = (phone: string | null): string | null => phone && phoneForDisplay(phone);

/** "Ngân hàng Mẫu •••• 4321": enough to tell two accounts apart. */
export const accountLabel = (bankName: string | null, accountNo: string): string =>
  [bankName, maskAccountNo(accountNo)].filter(Boolean).join(' ');
