import { aCredit, aLender, creditAct } from './credit.js';
import type { TestApi } from './start-api.js';
import { done, type Trade } from './trade.js';

export interface CreditSecrets extends Record<string, string> {
  readonly creditAgreement: string;
  readonly creditDisbursement: string;
  readonly evidenceConsent: string;
  readonly evidencePack: string;
}

/** A credit agreement of the trade's seller, money paid out under it, and figures shown to its bank; all of it called by `name`. */
export async function creditSecrets(api: TestApi, trade: Trade, name: string): Promise<CreditSecrets> {
  const bank = await aLender(api, `Ngân hàng ${name}`);
  const [borrows, lends] = [await api.as(trade.director), await api.as(bank.officer)];
  const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
  let credit = await aCredit(api, bank, trade.seller, { amount: 1_000_000, purpose: name });
  credit = await creditAct(borrows, 'creditConfirm', 'CreditActInput', at(credit));
  const { consents } = await done<{ consents: { id: string; packs: { id: string }[] }[] }>(
    borrows,
    'evidenceGrant',
    'EvidenceGrantInput',
    {
      agreementId: credit.id,
      scopes: ['DELIVERIES', 'PAYMENTS', 'OPEN_ORDERS'],
      periodFrom: '2024-01-01',
      expiresOn: tomorrow(),
    },
    '... on EvidenceDesk { consents { id packs { id } } }',
  );
  credit = await creditAct(borrows, 'creditFile', 'CreditStepInput', { ...at(credit), note: name });
  for (const decision of ['APPRAISE', 'APPROVE', 'GRANT'])
    credit = await creditAct(lends, 'creditDecide', 'CreditDecideInput', { ...at(credit), decision });
  await creditAct(lends, 'creditDisburse', 'CreditDisburseInput', { ...at(credit), amount: 500_000, note: name });
  const [paid] = await api.sql<{ id: string }>('select id from credit_disbursement where agreement_id = $1', [credit.id]);
  return {
    creditAgreement: credit.id,
    creditDisbursement: paid!.id,
    evidenceConsent: consents[0]!.id,
    evidencePack: consents[0]!.packs[0]!.id,
  };
}

const tomorrow = (): string => new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);
