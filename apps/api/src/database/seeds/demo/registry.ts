import { foldVietnamese } from '@lienket/domain';
import { Membership, User } from '../../../modules/identity/index.js';
import { BankAccountChangeRecord, Organization } from '../../../modules/registry/index.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

const HOUR = 3_600_000;

interface Newcomer {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly status: 'DRAFT' | 'PENDING';
  readonly communeCode: string;
  readonly taxCode: string | null;
  readonly director: string;
  readonly login: string;
  readonly hoursAgo: number;
  readonly returned?: string;
}

/** 0900 000 4xx: a range without subscribers. Tax codes are far above what is issued. */
const NEWCOMERS: readonly Newcomer[] = [
  {
    slug: 'htx-mau-cho-doi-chieu',
    name: 'HTX Mẫu – Rau suối Lân',
    kind: 'COOPERATIVE',
    status: 'PENDING',
    communeCode: '06505',
    taxCode: '4990900027',
    director: 'Hứa Thị Mầm',
    login: 'giamdoc.rau@example.vn',
    hoursAgo: 26,
  },
  {
    slug: 'htx-mau-tra-lai',
    name: 'HTX Mẫu – Gừng đá vách',
    kind: 'COOPERATIVE',
    status: 'DRAFT',
    communeCode: '06253',
    taxCode: '4990900034',
    director: 'Hoàng Văn Gừng',
    login: 'giamdoc.gung@example.vn',
    hoursAgo: 50,
    returned: 'Ảnh giấy đăng ký mờ, chưa đọc được số. Hãy chụp lại rồi gửi.',
  },
  {
    slug: 'htx-mau-nui-da-dang-ky-lai',
    name: 'Hợp tác xã Mẫu - Núi Đá 01',
    kind: 'COOPERATIVE',
    status: 'DRAFT',
    communeCode: '06463',
    taxCode: null,
    director: 'Hoàng Văn Lá',
    login: 'dangkylai.na@example.vn',
    hoursAgo: 5,
  },
];

/** Registrations at every stage, one of them a double, and a bank account on its way to another: for the Alliance to try its steps on. */
export async function loadDemoRegistry(tx: Tx, passwordHash: string): Promise<void> {
  const ago = (hours: number) => new Date(tx.now.getTime() - hours * HOUR);
  const officer = await tx.one<{ id: string }>(
    `select u.id from app_user u join membership m on m.user_id = u.id where u.is_demo and 'ALLIANCE_OFFICER' = any(m.roles) order by u.id limit 1`,
  );
  await tx.query(
    `update organization set verification_method = 'PAPERS', verified_at = created_at, verified_by = $1, status_at = created_at
     where is_demo and status = 'ACTIVE' and verified_at is null`,
    [officer.id],
  );
  await tx.query(
    `update organization set legal_representative = 'Hoàng Thị Na', registration_no = tax_code, registered_on = '2019-03-12', charter_capital = 1200000000
     where is_demo and slug = 'htx-mau-nui-da-01'`,
  );
  for (const [index, newcomer] of NEWCOMERS.entries()) await register(tx, newcomer, index, passwordHash, ago, officer.id);
  await askForAnotherAccount(tx, ago);
}

async function register(
  tx: Tx,
  newcomer: Newcomer,
  index: number,
  passwordHash: string,
  ago: (hours: number) => Date,
  officerId: string,
): Promise<void> {
  const { director, login, hoursAgo, returned, ...columns } = newcomer;
  const [orgId, userId] = [newId(), newId()];
  const phone = `+8490000040${index}`;
  const person = { id: userId, email: login, phone, fullName: director, passwordHash, locale: 'vi', isDemo: true };
  await tx.insert(User, person);
  await tx.insert(Organization, {
    id: orgId,
    ...columns,
    shortName: newcomer.name,
    legalRepresentative: newcomer.status === 'PENDING' ? director : null,
    registrationNo: newcomer.status === 'PENDING' ? newcomer.taxCode : null,
    memberCount: 12 + index,
    address: 'Thôn Mẫu, tỉnh Lạng Sơn',
    phone,
    email: login,
    statusReason: returned ?? null,
    statusAt: ago(hoursAgo),
    statusBy: returned ? officerId : userId,
    isDemo: true,
  });
  await tx.insert(Membership, { id: newId(), userId, orgId, roles: ['SELLER_DIRECTOR'] });
  await tx.audit('organization.register', 'organization', orgId, { userId });
  if (returned || newcomer.status === 'PENDING') await tx.audit('organization.submit', 'organization', orgId, { userId });
  if (returned) await tx.audit('organization.return', 'organization', orgId, { userId: officerId, reason: returned });
}

async function askForAnotherAccount(tx: Tx, ago: (hours: number) => Date): Promise<void> {
  const [asking] = await tx.query<{
    orgId: string;
    userId: string;
    name: string;
    accountNo: string | null;
    bankName: string | null;
  }>(
    `select o.id as "orgId", m.user_id as "userId", o.name, o.bank_account_no as "accountNo", o.bank_name as "bankName"
     from organization o join membership m on m.org_id = o.id and 'SELLER_DIRECTOR' = any(m.roles) where o.slug = 'htx-mau-rung-hoi-04' limit 1`,
  );
  if (!asking) return;
  const id = newId();
  await tx.insert(BankAccountChangeRecord, {
    id,
    orgId: asking.orgId,
    bankBin: '970499',
    bankName: 'Ngân hàng Mẫu',
    accountNo: '000999000777',
    accountName: foldVietnamese(asking.name)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .toUpperCase(),
    oldAccountNo: asking.accountNo,
    oldBankName: asking.bankName,
    reason: 'Ngân hàng cấp số tài khoản mới cho hợp tác xã.',
    requestedBy: asking.userId,
    requestedAt: ago(3),
    holdsUntil: ago(-21),
  });
  await tx.audit('bank-account.request', 'organization', asking.orgId, { userId: asking.userId, changeId: id });
}
