import { addDays, addMonths } from '@lienket/domain';
import { BuyerChecklistRecord, BuyerRequirementRecord, RequirementWaiverRecord } from '../../../modules/catalog/index.js';
import { CertificateRecord } from '../../../modules/registry/index.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

interface Line {
  readonly code: string;
  readonly evidence: 'COMPUTED' | 'ATTESTED' | 'VERIFIED';
  readonly onlyGroups?: string[];
  readonly note?: string;
}

/** What the two demo chains ask for: one starts from the usual list, the other asks for less and proves it better. */
const CHECKLISTS: readonly (readonly Line[])[] = [
  [
    { code: 'PL01', evidence: 'COMPUTED' },
    { code: 'TC01', evidence: 'COMPUTED' },
    { code: 'AT01', evidence: 'VERIFIED', note: 'Chấp nhận VietGAP thay cho giấy đủ điều kiện.' },
    { code: 'CB01', evidence: 'ATTESTED' },
    { code: 'KN01', evidence: 'ATTESTED', note: 'Phiếu của phòng thử nghiệm được công nhận, không quá 12 tháng.' },
    { code: 'NH01', evidence: 'ATTESTED' },
    { code: 'BG01', evidence: 'COMPUTED' },
  ],
  [
    { code: 'TC01', evidence: 'COMPUTED' },
    { code: 'AT01', evidence: 'VERIFIED' },
    { code: 'KN01', evidence: 'VERIFIED', onlyGroups: ['FOOD'] },
    { code: 'OC01', evidence: 'VERIFIED', note: 'Chỉ quầy đặc sản: cần sao OCOP còn hạn.' },
    { code: 'TX01', evidence: 'COMPUTED' },
  ],
];

interface Seller {
  readonly orgId: string;
  readonly userId: string;
  readonly products: readonly { readonly id: string; readonly vatClass: string }[];
}

/** Files of the demo cooperatives in every state: met, about to end, ended, waiting, returned and waived. */
export async function loadDemoReadiness(tx: Tx): Promise<void> {
  const managers = await tx.query<{ userId: string; orgId: string }>(
    `select m.user_id as "userId", m.org_id as "orgId" from membership m join app_user u on u.id = m.user_id join organization o on o.id = m.org_id
     where u.is_demo and m.roles @> '{BUYER_MANAGER}' order by o.slug limit 2`,
  );
  const [officer] = await tx.query<{ userId: string }>(
    `select m.user_id as "userId" from membership m join app_user u on u.id = m.user_id where u.is_demo and m.roles @> '{ALLIANCE_OFFICER}' order by m.user_id limit 1`,
  );
  const sellers = await tx.query<Seller>(
    `select m.org_id as "orgId", m.user_id as "userId", (select coalesce(json_agg(json_build_object('id', p.id, 'vatClass', p.vat_class) order by p.id), '[]')
       from product p where p.org_id = m.org_id and p.status = 'PUBLISHED') as products
     from membership m join app_user u on u.id = m.user_id join organization o on o.id = m.org_id
     where u.is_demo and m.roles @> '{SELLER_DIRECTOR}' order by o.slug`,
  );
  for (const [index, { userId, orgId }] of managers.entries()) {
    await tx.insert(BuyerChecklistRecord, { buyerOrgId: orgId, savedBy: userId, savedAt: tx.now, version: 1 });
    await tx.insert(
      BuyerRequirementRecord,
      CHECKLISTS[index]!.map(({ onlyGroups = [], note = null, ...line }) => ({ buyerOrgId: orgId, ...line, onlyGroups, note })),
    );
  }
  if (!officer) return;
  await tx.insert(
    CertificateRecord,
    sellers.flatMap((seller, index) => papersOf(seller, index, officer.userId, tx)),
  );
  const [manager] = managers;
  const [first] = sellers;
  const waived = first?.products.find(({ vatClass }) => vatClass !== 'RAW_AGRI') ?? first?.products[0];
  if (!manager || !first || !waived) return;
  await tx.insert(RequirementWaiverRecord, {
    id: newId(),
    buyerOrgId: manager.orgId,
    sellerOrgId: first.orgId,
    productId: waived.id,
    code: 'KN01',
    reason: 'Bán thử hai tháng ở một cửa hàng, phiếu kiểm nghiệm bổ sung sau.',
    endsOn: addMonths(tx.today, 2),
    grantedBy: manager.userId,
    grantedAt: tx.now,
  });
}

function papersOf({ orgId, userId, products }: Seller, index: number, officerId: string, { today, now }: Tx) {
  const paper = (kind: string, productId: string | null, issuedOn: string, expiresOn: string | null, status: string) => ({
    id: newId(),
    orgId,
    productId,
    kind,
    number: `MAU-${kind}-${index + 1}`,
    issuer: 'Cơ quan cấp mẫu (dữ liệu mẫu)',
    issuedOn,
    expiresOn,
    status,
    declaredBy: userId,
    verifiedBy: status === 'VERIFIED' ? officerId : null,
    verifiedAt: status === 'VERIFIED' ? now : null,
    returnReason: status === 'RETURNED' ? 'Ảnh mờ, chưa đọc được số. Hãy chụp lại cả bốn góc.' : null,
    isDemo: true,
  });
  // The first holds for long, the second ends in 20 days, the third has ended.
  const ends = [addMonths(today, 20), addDays(today, 20), addDays(today, -40)][index % 3]!;
  const safety = paper('FOOD_SAFETY', null, addMonths(ends, -36), ends, 'VERIFIED');
  const tested = products.slice(0, 3).map(({ id }, at) => {
    const issuedOn = addMonths(today, [-2, -11, -1][at]!);
    return paper('TEST_REPORT', id, issuedOn, addMonths(issuedOn, 12), at === 2 ? 'DECLARED' : 'VERIFIED');
  });
  const labelled = products
    .filter(({ vatClass }) => vatClass !== 'RAW_AGRI')
    .slice(0, 2)
    .map(({ id }, at) => paper('LABEL', id, addMonths(today, -3), null, at === 0 ? 'DECLARED' : 'RETURNED'));
  return [safety, ...tested, ...labelled];
}
