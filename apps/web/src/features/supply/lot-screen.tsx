import { useQuery } from '@apollo/client/react';
import { Button, DemoMark, DescriptionList, Figure, Figures, Link, PageHeader, Section, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { StockLotPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { CountDialog } from './count-dialog';
import { LossDialog } from './loss-dialog';
import { LotLedger } from './lot-ledger';
import { lotTones } from './lot-list';
import { StageForm } from './stage-form';
import { StockLotDocument } from './supply.operations';
import s from './supply.module.css';

export default function LotScreen() {
  const t = useText(supply);
  const { id = '' } = useParams();
  const query = useQuery(StockLotDocument, { variables: { id } });
  const lot = query.data?.stockLot;
  return (
    <>
      <PageTitle>{lot ? t('supply.lotTitle', { code: lot.code }) : t('supply.lot')}</PageTitle>
      <AsyncScreen query={query} count={6} missing={({ stockLot }) => !stockLot}>
        {({ stockLot }) => <LotPage lot={stockLot!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

/** A lot: what is left and until when, its books, and the code for its crates. */
function LotPage({ lot, reload }: { lot: StockLotPartsFragment; reload: () => void }) {
  const t = useText(supply);
  const f = useFormats();
  const [act, setAct] = useState<'loss' | 'count' | null>(null);
  useDemoMark(lot.isDemo);
  const unit = lot.product.baseUnit;
  const may = (action: string) => lot.availableActions.find((offered) => offered.action === action);
  const done = () => {
    setAct(null);
    reload();
  };
  return (
    <div className={s.page}>
      <PageHeader
        back={{ href: '/supply', label: t('supply.title') }}
        mark={lot.isDemo && <DemoMark text={t('demo')} />}
        title={t('supply.lotTitle', { code: lot.code })}
        meta={
          <>
            <StatusMark tone={lotTones[lot.state]}>{t(`lotState.${lot.state}`)}</StatusMark>
            <Link href={`/supply/products/${lot.product.id}`}>{lot.product.nameVi}</Link>
            {lot.expiresOn && <b>{`${t('supply.expires')} ${f.date(lot.expiresOn)}, ${f.due(lot.expiresOn)}`}</b>}
          </>
        }
        actions={
          <>
            {may('loss')?.allowed && <Button onClick={() => setAct('loss')}>{t('supply.loss')}</Button>}
            {may('count')?.allowed && <Button onClick={() => setAct('count')}>{t('supply.count')}</Button>}
          </>
        }
      />
      <Figures>
        <Figure label={t('supply.onHand')} value={f.quantity(lot.onHand)} unit={unit} />
        <Figure label={t('supply.reserved')} value={f.quantity(lot.reserved)} unit={unit} />
        <Figure label={t('supply.free')} value={f.quantity(lot.free)} unit={unit} />
        <Figure label={t('supply.initial')} value={f.quantity(lot.initialQty)} unit={unit} />
      </Figures>
      <DescriptionList
        columns={2}
        items={[
          { term: t('supply.harvestedOn'), detail: f.date(lot.harvestedOn) },
          ...(lot.goodFrom ? [{ term: t('supply.goodFrom'), detail: f.date(lot.goodFrom) }] : []),
          { term: t('supply.expires'), detail: lot.expiresOn ? f.date(lot.expiresOn) : t('supply.noExpiry') },
          ...(lot.gradeName ? [{ term: t('supply.grade'), detail: lot.gradeName }] : []),
          ...(lot.locationName ? [{ term: t('supply.place'), detail: lot.locationName }] : []),
          ...(lot.note ? [{ term: t('supply.note'), detail: lot.note }] : []),
        ]}
      />
      <Section title={t('supply.ledger')}>
        <LotLedger lot={lot} onUndone={reload} />
      </Section>
      <Section title={t('supply.trace')}>
        <div className={s.trace}>
          <img className={s.qr} src={lot.qrUrl} width={180} height={180} alt={t('supply.qrAlt', { code: lot.code })} />
          <div>
            <p>{t('supply.traceHint')}</p>
            <p>
              <Link href={lot.tracePath}>{t('supply.traceOpen')}</Link>
            </p>
          </div>
        </div>
        <h3>{t('supply.stages')}</h3>
        <ul className={s.plain}>
          <li>{`${f.date(lot.harvestedOn)} · ${t(lot.origin === 'HARVEST' ? 'stage.HARVESTED' : 'stage.RECEIVED')}`}</li>
          {lot.stages.map((stage) => (
            <li key={stage.id}>{`${f.date(stage.on)} · ${t(`stage.${stage.stage}`)} · ${stage.place}`}</li>
          ))}
        </ul>
        {may('stage')?.allowed && <StageForm lotId={lot.id} onSaved={reload} />}
      </Section>
      {act === 'loss' && <LossDialog lots={[lot]} onClose={() => setAct(null)} onDone={done} />}
      {act === 'count' && <CountDialog lot={lot} onClose={() => setAct(null)} onDone={done} />}
    </div>
  );
}
