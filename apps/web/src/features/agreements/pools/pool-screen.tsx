import { useQuery } from '@apollo/client/react';
import { Button, DemoMark, DescriptionList, Figure, Figures, Link, Notice, PageHeader, Section, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { SupplyPoolPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { PageTitle } from '../../../shared/screen/page-title';
import { useMe } from '../../../shared/session/session';
import { OfferDialog } from './offer-dialog';
import { PoolDocument } from './pool.operations';
import { PoolAgree } from './pool-agree';
import { PoolCallOff } from './pool-call-off';
import { PoolCallOffs } from './pool-call-offs';
import { CloseDialog } from './pool-reason-dialog';
import { PoolShares } from './pool-shares';
import { poolTones } from './pool-state';
import { ShareAnswer } from './share-answer';
import s from '../../../shared/pools/pools.module.css';

export default function PoolScreen() {
  const t = useText(pools);
  const { id = '' } = useParams();
  const query = useQuery(PoolDocument, { variables: { id } });
  const pool = query.data?.supplyPool;
  return (
    <>
      <PageTitle>{pool ? t('pool.name', { goods: pool.goods }) : t('pools.title')}</PageTitle>
      <AsyncScreen query={query} count={8} missing={(data) => !data.supplyPool}>
        {(data) => <PoolPage pool={data.supplyPool!} onReload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

/** One page for the lead, the members, the buyer and the Alliance; each sees what is its own to see and to do. */
function PoolPage({ pool, onReload }: { pool: SupplyPoolPartsFragment; onReload: () => void }) {
  const t = useText(pools);
  const f = useFormats();
  const [dialog, setDialog] = useState<'invite' | 'close' | null>(null);
  useDemoMark(pool.isDemo);
  const me = useMe();
  const own = pool.shares.find((share) => share.own);
  const buys = pool.buyer.id === me.organization.id;
  const total = pool.figures.find(({ memberOrgId }) => memberOrgId == null);
  const qty = (amount: string | undefined) => f.quantity(amount ?? '0', pool.baseUnit);
  return (
    <>
      <PageHeader
        back={{ href: '/pools', label: t('pools.title') }}
        mark={pool.isDemo && <DemoMark text={t('demo')} />}
        title={t('pool.name', { goods: pool.goods })}
        meta={
          <>
            <StatusMark tone={poolTones[pool.state]}>{t(`pool.state.${pool.state}`)}</StatusMark>
            <span>{t('pool.members', { count: pool.members, most: qty(pool.most) })}</span>
          </>
        }
        actions={
          pool.mayOffer && (
            <>
              <Button onClick={() => setDialog('invite')}>{t('pool.invite')}</Button>
              <Button variant="quiet" onClick={() => setDialog('close')}>
                {t('pool.close')}
              </Button>
            </>
          )
        }
      />
      {pool.state === 'CLOSED' && <Notice>{`${t('pool.closed')} ${pool.closeReason ?? ''}`}</Notice>}
      {own?.mayAnswer && (
        <Section id="answer" title={t('share.mine')}>
          <ShareAnswer pool={pool} share={own} onReload={onReload} />
        </Section>
      )}
      {pool.mayAgree && <PoolAgree pool={pool} onReload={onReload} />}
      <PoolFacts pool={pool} />
      <Section id="figures" title={t('pool.figures')}>
        <Figures>
          <Figure label={t('pool.promised')} value={qty(pool.promised)} />
          <Figure label={t('pool.ordered')} value={qty(total?.ordered)} />
          <Figure label={t('pool.confirmed')} value={qty(total?.confirmed)} />
          <Figure label={t('pool.dispatched')} value={qty(total?.dispatched)} />
          <Figure label={t('pool.accepted')} value={qty(total?.accepted)} />
        </Figures>
      </Section>
      <Section id="shares" title={t(own && pool.shares.length === 1 ? 'share.mine' : 'share.list')} meta={t('pool.several')}>
        <PoolShares pool={pool} onReload={onReload} />
      </Section>
      {pool.state === 'OPEN' && buys && pool.terms?.blockedBy && <Notice tone="warning">{pool.terms.blockedBy}</Notice>}
      {pool.mayCallOff && (
        <Section id="call-off" title={t('call.title')}>
          <PoolCallOff pool={pool} />
        </Section>
      )}
      <Section id="call-offs" title={t('call.list')}>
        <PoolCallOffs pool={pool} />
      </Section>
      {dialog === 'invite' && <OfferDialog pool={pool} onClose={() => setDialog(null)} onReload={onReload} />}
      {dialog === 'close' && (
        <CloseDialog
          title={t('pool.close')}
          lead={t('pool.closeWhat')}
          id={pool.id}
          version={pool.version}
          onClose={() => setDialog(null)}
          onReload={onReload}
        />
      )}
    </>
  );
}

function PoolFacts({ pool }: { pool: SupplyPoolPartsFragment }) {
  const t = useText(pools);
  const f = useFormats();
  const { terms, contract, mou } = pool;
  const number = terms?.contractNumber ?? t('pool.noContract');
  return (
    <div className={s.part}>
      <DescriptionList
        columns={2}
        items={[
          { term: t('pool.leadOrg'), detail: <Link href={`/c/${pool.lead.slug}`}>{pool.lead.name}</Link> },
          { term: t('pool.buyer'), detail: <Link href={`/c/${pool.buyer.slug}`}>{pool.buyer.name}</Link> },
          {
            term: t('pool.contract'),
            detail: contract ? <Link href={`/contracts/${contract.id}`}>{contract.number}</Link> : number,
          },
          ...(mou
            ? [{ term: t('pool.mou'), detail: <Link href={`/agreements/${mou.id}`}>{`${mou.registerNo} · ${mou.title}`}</Link> }]
            : []),
          {
            term: t('pool.line'),
            detail: pool.lineQty == null ? t('pool.lineUnknown') : f.quantity(pool.lineQty, pool.baseUnit),
          },
          { term: t('pool.case'), detail: f.quantity(pool.caseSize, pool.baseUnit) },
          ...(terms
            ? [
                ...(terms.unitPrice == null
                  ? []
                  : [{ term: t('pool.price'), detail: `${f.vnd(terms.unitPrice)} ${t('unit.per', { unit: pool.baseUnit })}` }]),
                { term: t('pool.term'), detail: t('pool.termOf', { days: terms.paymentTermDays }) },
                {
                  term: t('pool.validity'),
                  detail: t('pool.validityOf', { from: f.date(terms.validFrom), to: f.date(terms.validTo) }),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
