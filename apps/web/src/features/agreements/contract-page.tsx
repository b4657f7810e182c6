import {
  Button,
  DemoMark,
  DescriptionList,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  PrintButton,
  Section,
  StatusMark,
} from '@lienket/ui';
import { useState } from 'react';
import type { ContractPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { signing as signingWords } from '../../shared/messages/vi/signing';
import { amending } from '../../shared/messages/vi/amending';
import { outside } from '../../shared/messages/vi/outside';
import { useMe, useSession } from '../../shared/session/session';
import { ThreadSection } from '../../shared/threads/thread-section';
import { AgreementLife } from './agreement-life';
import { AgreementOutside } from './agreement-outside';
import { AgreementSignatures } from './agreement-signatures';
import { ContractLines } from './contract-lines';
import { ContractSupply } from './contract-supply';
import { ContractSignDialog } from './contract-sign-dialog';
import { livingContract } from './living-document';
import { MoneyFigures } from './money-figures';
import { contractTones } from './contract-words';
import { PoolsOf } from './pools/pools-of';
import s from './agreement.module.css';

const LIVING: readonly ContractPageFragment['status'][] = ['SIGNED', 'ACTIVE', 'SUSPENDED', 'TERMINATED', 'COMPLETED'];

const UNENDED: readonly ContractPageFragment['status'][] = ['NEGOTIATING', 'SIGNED', 'ACTIVE', 'SUSPENDED'];

interface Props {
  contract: ContractPageFragment;
  onReload: () => void;
}

/** What binds both sides, what has been called off under it and what is still open. */
export function ContractPage({ contract, onReload }: Props) {
  const t = useText(agreements);
  const f = useFormats();
  const { may } = useSession();
  const k = useText(amending);
  const l = useText(signingWords);
  const o = useText(outside);
  const me = useMe();
  const own = [contract.seller.id, contract.buyer.id].includes(me.organization.id);
  const [signing, setSigning] = useState(false);
  useDemoMark(contract.isDemo);
  const sign = contract.availableActions.find(({ action }) => action === 'contractSign');
  const poolable =
    UNENDED.includes(contract.status) && may('supplyPool.offer', { sellerOrgId: contract.seller.id })
      ? contract.lines.map(({ id, description, baseUnit }) => ({
          id,
          kind: 'CONTRACT' as const,
          label: description,
          unit: baseUnit,
        }))
      : [];
  const order = contract.availableActions.find(({ action }) => action === 'orderPlace');
  return (
    <div className={s.page}>
      <PageHeader
        back={
          contract.mou
            ? { href: `/agreements/${contract.mou.id}`, label: contract.mou.registerNo }
            : { href: '/agreements', label: t('agreements.title') }
        }
        mark={contract.isDemo && <DemoMark text={t('demo')} />}
        title={t('contract.name', { number: contract.number })}
        meta={
          <>
            <StatusMark tone={contractTones[contract.status]}>{t(`contractStatus.${contract.status}`)}</StatusMark>
            <span>{t('agreement.validity', { from: f.date(contract.validFrom), to: f.date(contract.validTo) })}</span>
            {contract.mou && (
              <Link href={`/agreements/${contract.mou.id}`}>{t('contract.under', { title: contract.mou.title })}</Link>
            )}
          </>
        }
        actions={
          <>
            {sign?.allowed && (
              <Button variant="primary" data-print="hide" onClick={() => setSigning(true)}>
                {t('contract.sign')}
              </Button>
            )}
            {order?.allowed && (
              <LinkButton
                variant={sign?.allowed ? 'secondary' : 'primary'}
                data-print="hide"
                href={`/orders/new?contract=${contract.id}&seller=${contract.seller.id}`}
              >
                {t('contract.order')}
              </LinkButton>
            )}
            <a href={`/documents/contracts/${contract.id}.pdf`} target="_blank" rel="noopener" data-print="hide">
              {l('paper.pdf')}
            </a>
            <a href={`/documents/contracts/${contract.id}.docx`} data-print="hide">
              {l('paper.docx')}
            </a>
            <span data-print="hide">
              <PrintButton label={t('action.print')} />
            </span>
          </>
        }
      />
      {sign && !sign.allowed && contract.status === 'NEGOTIATING' && (
        <p className={s.blocked} data-print="hide">
          {t('mouAct.blocked', { action: t('contract.sign'), reason: sign.reason ?? '' })}
        </p>
      )}
      {order && !order.allowed && contract.status === 'ACTIVE' && (
        <Notice tone="warning" data-print="hide">
          {order.reason}
        </Notice>
      )}
      <ContractSupply contract={contract} />
      {signing && <ContractSignDialog contract={contract} onClose={() => setSigning(false)} onReload={onReload} />}
      <DescriptionList
        columns={2}
        items={[
          { term: t('partyRole.SELLER'), detail: <Link href={`/c/${contract.seller.slug}`}>{contract.seller.name}</Link> },
          { term: t('partyRole.BUYER'), detail: <Link href={`/c/${contract.buyer.slug}`}>{contract.buyer.name}</Link> },
          { term: t('contract.priceClause'), detail: t(`priceClause.${contract.priceClause}`) },
          { term: t('contract.paymentTerm'), detail: t('contract.paymentTermOf', { days: contract.paymentTermDays }) },
          { term: k('contract.paymentBase'), detail: k(`paymentBase.${contract.paymentBase}`) },
          { term: k('contract.notice'), detail: k('contract.noticeOf', { days: contract.noticeDays }) },
          ...(contract.minRemainingLifePct == null
            ? []
            : [{ term: k('contract.remainingLife'), detail: `${contract.minRemainingLifePct} %` }]),
          ...(contract.returnPolicy ? [{ term: k('contract.returns'), detail: contract.returnPolicy }] : []),
          ...(contract.places.length
            ? [
                {
                  term: k('contract.places'),
                  detail: contract.places.map(({ name, address }) => `${name}, ${address}`).join('; '),
                },
              ]
            : []),
          { term: t('contract.tolerance'), detail: t('contract.toleranceOf', { percent: f.percentBp(contract.toleranceBp) }) },
          ...(contract.priceClauseNote ? [{ term: t('contractForm.priceNote'), detail: contract.priceClauseNote }] : []),
        ]}
      />
      <Section id="lines" title={t('contract.lines')}>
        <ContractLines contract={contract} />
      </Section>
      {(contract.outside.mayRecord || contract.outside.deliveries.length > 0) && (
        <Section id="outside" title={o('outside.title')}>
          <AgreementOutside of={{ contract }} onReload={onReload} />
        </Section>
      )}
      <PoolsOf of={{ contractId: contract.id }} lines={poolable} />
      {LIVING.includes(contract.status) && (
        <Section id="life" title={k('life.title')}>
          <AgreementLife document={livingContract(contract, own)} onReload={onReload} />
        </Section>
      )}
      <MoneyFigures money={contract.money} />
      <ThreadSection documentType="CONTRACT" documentId={contract.id} between={[contract.seller.id, contract.buyer.id]} />
      <Section id="signatures" title={t('agreement.signatures')}>
        <AgreementSignatures parties={contract.signatures} />
      </Section>
    </div>
  );
}
