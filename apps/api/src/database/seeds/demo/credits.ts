import type { DataSource } from 'typeorm';
import { Membership, User } from '../../../modules/identity/index.js';
import { Organization } from '../../../modules/registry/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { actorWith, gatherCast } from './cast.js';
import { DEMO_EVENT } from './stories.js';
import type { DemoSignIn } from './load-demo.js';
import type { Answer, Storyteller } from './storyteller.js';

const NAME = 'Ngân hàng Mẫu Nông thôn';
const OFFICER = { role: 'BANK_OFFICER', name: 'Hứa Thị Tín', login: 'tindung@example.vn' } as const;

/** A bank that does not exist, with a credit officer: no real bank is given an agreement it never signed. */
export async function loadDemoBank(tx: Tx, passwordHash: string, password: string): Promise<DemoSignIn[]> {
  const [orgId, userId] = [newId(), newId()];
  await tx.insert(Organization, {
    id: orgId,
    kind: 'BANK',
    name: NAME,
    shortName: 'Ngân hàng Mẫu',
    slug: 'ngan-hang-mau-nong-thon',
    status: 'ACTIVE',
    isDemo: true,
  });
  const { role, name, login } = OFFICER;
  await tx.insert(User, {
    id: userId,
    email: login,
    phone: '+84900000461',
    fullName: name,
    passwordHash,
    locale: 'vi',
    isDemo: true,
  });
  await tx.insert(Membership, { id: newId(), userId, orgId, roles: [role] });
  return [{ role, name, organization: NAME, login, password }];
}

interface CreditAnswer extends Answer {
  readonly version: number;
}

/** Credit agreements between fictional parties: partly paid out, in appraisal too long, just signed without an amount, refused. */
export async function tellCreditStory(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const cast = await gatherCast(dataSource);
  const bank = await actorWith(dataSource, OFFICER.login);
  // Those who sell, and have a director to sign; a small world lends to the same one twice.
  const directors = [...new Set(cast.goods.map(({ sellerOrgId }) => sellerOrgId))].flatMap(
    (orgId) => cast.directors.get(orgId) ?? [],
  );
  const step = (actor: Actor, key: string, mutation: string, input: string, values: Record<string, unknown>) =>
    teller.act(actor, `credit-${key}`, mutation, input, 'CreditAgreement', values, 'status') as Promise<CreditAnswer>;
  const at = ({ id, version }: CreditAnswer) => ({ id, version });
  const signed = async (key: string, director: Actor, day: number, terms: Record<string, unknown>) => {
    teller.on(day);
    const record = await step(bank, `${key}-record`, 'creditRecord', 'CreditRecordInput', {
      borrowerOrgId: director.orgId,
      eventCode: DEMO_EVENT,
      signedOn: teller.date(day),
      ratePrinciple: 'Theo lãi suất cho vay nông nghiệp của ngân hàng tại ngày giải ngân',
      ...terms,
    });
    return step(director, `${key}-confirm`, 'creditConfirm', 'CreditActInput', at(record));
  };
  const decide = (key: string, credit: CreditAnswer, decision: string, limit?: number) =>
    step(bank, `${key}-${decision}`, 'creditDecide', 'CreditDecideInput', {
      ...at(credit),
      decision,
      ...(limit ? { limit } : {}),
    });
  const filed = (key: string, credit: CreditAnswer, director: Actor) =>
    step(director, `${key}-file`, 'creditFile', 'CreditStepInput', {
      ...at(credit),
      note: 'Hồ sơ gồm phương án vay và đơn hàng đã xác nhận',
    });

  const [first, second, third, fourth] = [0, 1, 2, 3].map((at) => directors[at % directors.length]!) as [
    Actor,
    Actor,
    Actor,
    Actor,
  ];
  let cold = await signed('cold', first, -60, {
    amount: 400_000_000,
    isSecured: false,
    purpose: 'Mua kho lạnh 20 m³ giữ hàng chờ xe',
    termMonths: 24,
  });
  teller.on(-52);
  cold = await filed('cold', cold, first);
  teller.on(-49);
  cold = await decide('cold', cold, 'APPRAISE');
  teller.on(-38);
  cold = await decide('cold', cold, 'APPROVE');
  teller.on(-35);
  cold = await decide('cold', cold, 'GRANT', 350_000_000);
  teller.on(-30);
  await step(bank, 'cold-pay', 'creditDisburse', 'CreditDisburseInput', { ...at(cold), amount: 200_000_000, docNo: 'GN-MAU-01' });

  let dryer = await signed('dryer', second, -50, {
    amount: 250_000_000,
    isSecured: true,
    purpose: 'Lắp máy sấy',
    termMonths: 36,
  });
  teller.on(-46);
  dryer = await filed('dryer', dryer, second);
  teller.on(-44);
  await decide('dryer', dryer, 'APPRAISE');

  teller.on(-40);
  await teller.done(bank, 'evidence-dryer-ask', 'evidenceAsk', 'EvidenceAskInput', {
    agreementId: dryer.id,
    scopes: ['DELIVERIES', 'PAYMENTS', 'OPEN_ORDERS'],
    note: 'Để thẩm định nguồn trả nợ từ đơn hàng của siêu thị',
  });
  teller.on(0);
  await teller.done(first, 'evidence-cold-grant', 'evidenceGrant', 'EvidenceGrantInput', {
    agreementId: cold.id,
    scopes: ['DELIVERIES', 'PAYMENTS', 'OPEN_ORDERS'],
    periodFrom: teller.date(-365),
    expiresOn: teller.date(60),
  });

  // The paper names no amount: it stays unknown.
  await signed('seed', third, -12, { isSecured: false, purpose: 'Vốn lưu động vụ tới' });

  let truck = await signed('truck', fourth, -70, {
    amount: 600_000_000,
    isSecured: true,
    purpose: 'Mua xe tải lạnh',
    termMonths: 48,
  });
  teller.on(-64);
  truck = await filed('truck', truck, fourth);
  teller.on(-58);
  await step(bank, 'truck-refuse', 'creditEnd', 'CreditEndInput', {
    ...at(truck),
    ending: 'REFUSE',
    reason: 'COLLATERAL_LACKING',
  });

  teller.on(-2);
  await step(bank, 'store-record', 'creditRecord', 'CreditRecordInput', {
    borrowerOrgId: second.orgId,
    signedOn: teller.date(-4),
    amount: 120_000_000,
    isSecured: false,
    purpose: 'Bao bì và tem truy xuất cho vụ tới',
  });
  await teller.settle();
}
