import { DemoMark, Figure, Figures, Ladder, Link, Notice, PageHeader, PrintButton, Section, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import type { MouPageFragment } from '../../gql/graphql';
import { AgreementAlerts } from '../../shared/agreements/agreement-alerts';
import { AgreementPetitions } from '../../shared/agreements/agreement-petitions';
import { AgreementCase } from '../../shared/agreements/agreement-case';
import { statusTones, useAgreementWords } from '../../shared/agreements/agreement-words';
import { useText } from '../../shared/i18n/use-text';
import { amending } from '../../shared/messages/vi/amending';
import { consent } from '../../shared/messages/vi/consent';
import { outside } from '../../shared/messages/vi/outside';
import { useMe, useSession } from '../../shared/session/session';
import { signing } from '../../shared/messages/vi/signing';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ThreadSection } from '../../shared/threads/thread-section';
import { AgreementConsent } from './agreement-consent';
import { AgreementContracts } from './agreement-contracts';
import { AgreementDiary } from './agreement-diary';
import { AgreementDocument } from './agreement-document';
import { AgreementLife } from './agreement-life';
import { AgreementLines } from './agreement-lines';
import { AgreementObligations } from './agreement-obligations';
import { AgreementOrders } from './agreement-orders';
import { AgreementOutside } from './agreement-outside';
import { AgreementPace } from './agreement-pace';
import { AgreementRounds } from './agreement-rounds';
import { AgreementSignatures } from './agreement-signatures';
import { livingMou } from './living-document';
import { MoneyFigures } from './money-figures';
import { MouActions } from './mou-actions';
import { PoolsOf } from './pools/pools-of';
import s from './agreement.module.css';

const SIGNED: readonly MouPageFragment['status'][] = ['SIGNED', 'IN_FORCE', 'SUSPENDED', 'CLOSED', 'EXPIRED', 'LAPSED'];

const POOLABLE: readonly MouPageFragment['status'][] = ['SIGNED', 'IN_FORCE', 'SUSPENDED'];

interface Props {
  mou: MouPageFragment;
  onReload: () => void;
}

/** One page tells the whole story of an agreement; printed, it fits two sheets. */
export function AgreementPage({ mou, onReload }: Props) {
  const { t, f, stateLabels, ladder, move, realisation, exit } = useAgreementWords();
  const l = useText(signing);
  const k = useText(amending);
  const o = useText(outside);
  const c = useText(consent);
  const me = useMe();
  const { may } = useSession();
  const sells = mou.parties.some(({ role, organization }) => role === 'SELLER' && organization.id === me.organization.id);
  const poolable =
    POOLABLE.includes(mou.status) && may('supplyPool.offer', sells ? { sellerOrgId: me.organization.id } : {})
      ? mou.lines.map(({ id, description, baseUnit }) => ({ id, kind: 'MOU' as const, label: description, unit: baseUnit }))
      : [];
  const own = mou.parties.some(({ organization }) => organization.id === me.organization.id);
  const [rungAtFirst] = useState(mou.rung);
  useDemoMark(mou.isDemo);
  const next = move(mou);
  const done = realisation(mou);
  const ended = exit(mou.exit);
  return (
    <div className={s.page}>
      <PageHeader
        back={{ href: '/agreements', label: t('agreements.title') }}
        mark={mou.isDemo && <DemoMark text={t('demo')} />}
        title={mou.title}
        meta={
          <>
            <span>{mou.registerNo}</span>
            <StatusMark tone={statusTones[mou.status]}>{t(`mouStatus.${mou.status}`)}</StatusMark>
            {mou.signedOn && <span>{t('agreement.signedOn', { date: f.date(mou.signedOn) })}</span>}
            <span>
              {mou.validFrom || mou.validTo
                ? t('agreement.validity', { from: f.date(mou.validFrom) || '…', to: f.date(mou.validTo) || '…' })
                : t('agreement.noValidity')}
            </span>
            {mou.renewedFrom && (
              <Link href={`/agreements/${mou.renewedFrom.id}`}>
                {k('life.renewedFrom', { number: mou.renewedFrom.registerNo })}
              </Link>
            )}
            {mou.event && <Link href={`/events/${mou.event.code}`}>{mou.event.title}</Link>}
          </>
        }
        actions={
          <span data-print="hide">
            <PrintButton label={t('action.print')} />
          </span>
        }
      />
      <ul className={s.parties} aria-label={t('board.parties')}>
        {mou.parties.map((party) => (
          <li key={party.id}>
            <span className={s.role}>{t(`partyRole.${party.role}`)}</span>
            <Link href={`/c/${party.organization.slug}`}>{party.organization.name}</Link>
            {(party.role === 'SELLER' || party.role === 'BUYER') && SIGNED.includes(mou.status) && (
              <Link href={`/scorecards/${party.organization.id}?side=${party.role}`}>{t('agreement.scorecard')}</Link>
            )}
            {party.representative && <span className={s.soft}>{t('agreement.represented', { name: party.representative })}</span>}
          </li>
        ))}
      </ul>
      <Notice>{t('agreement.notContract')}</Notice>

      <section className={s.standing} aria-label={t('ladder.name')}>
        <Ladder
          label={t('ladder.of', { number: mou.registerNo })}
          rungs={ladder(mou)}
          stateLabels={stateLabels}
          nextLabel={ended ?? `${next.label}, ${next.since}`}
          justReached={mou.rung === rungAtFirst ? undefined : mou.rung}
        />
        <p className={s.gradeNote}>{t('grade.note')}</p>
      </section>
      <MouActions mou={mou} onReload={onReload} />
      <div className={s.figures}>
        <Figures>
          <Figure
            size="large"
            label={t('agreement.realisation')}
            value={done.value}
            unknown={!done.measured}
            detail={done.measured ? done.detail : t(`real.why.${mou.realisation.kind}`)}
          />
          <Figure
            label={t('agreement.quantifiedLines')}
            value={`${mou.realisation.quantifiedLines} / ${mou.realisation.totalLines}`}
            unit={t('agreement.linesUnit')}
          />
          <Figure label={t('agreement.contractsCount')} value={f.count(mou.contracts.length)} />
          <Figure label={t('agreement.ordersCount')} value={f.count(mou.orders.length)} />
        </Figures>
      </div>

      <AgreementAlerts mouId={mou.id} />
      <AgreementPetitions mouId={mou.id} />
      <AgreementCase mouId={mou.id} />
      <Section id="lines" title={t('agreement.commitment')} meta={t(`pricePrinciple.${mou.pricePrinciple}`)}>
        <AgreementLines mou={mou} />
      </Section>
      {mou.obligations.length > 0 && (
        <Section id="duties" title={l('duties.title')}>
          <AgreementObligations mou={mou} onReload={onReload} />
        </Section>
      )}
      {(mou.outside.mayRecord || mou.outside.deliveries.length > 0) && (
        <Section id="outside" title={o('outside.title')}>
          <AgreementOutside of={{ mou }} onReload={onReload} />
        </Section>
      )}
      <PoolsOf of={{ mouId: mou.id }} lines={poolable} />
      {SIGNED.includes(mou.status) && (
        <Section id="life" title={k('life.title')}>
          <AgreementLife document={livingMou(mou, own)} onReload={onReload} />
        </Section>
      )}
      <Section id="pace" title={t('agreement.pace')}>
        <AgreementPace mou={mou} />
      </Section>
      <Section id="contracts" title={t('agreement.contracts')}>
        <AgreementContracts contracts={mou.contracts} />
      </Section>
      <MoneyFigures money={mou.money} />
      <Section id="orders" title={t('agreement.orders')}>
        <AgreementOrders orders={mou.orders} />
      </Section>
      <Section id="signatures" title={t('agreement.signatures')}>
        <AgreementSignatures parties={mou.parties} />
        <AgreementRounds mou={mou} />
      </Section>
      {mou.priceConsent.sides.length > 0 && (
        <Section id="prices" title={c('consent.title')}>
          <AgreementConsent mou={mou} onReload={onReload} />
        </Section>
      )}
      <Section id="document" title={t('agreement.document')}>
        <AgreementDocument mou={mou} />
      </Section>
      <ThreadSection documentType="MOU" documentId={mou.id} between={mou.parties.map(({ organization }) => organization.id)} />
      <Section id="diary" title={t('agreement.diary')}>
        <AgreementDiary mou={mou} />
      </Section>
    </div>
  );
}
