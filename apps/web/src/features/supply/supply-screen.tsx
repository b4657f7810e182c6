import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, LinkButton, PageHeader, Section } from '@lienket/ui';
import { CalendarRange, Scale, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { ImportLink } from '../../shared/screen/import-link';
import { PageTitle } from '../../shared/screen/page-title';
import { ForecastDialog } from './forecast-dialog';
import { HarvestDialog } from './harvest-dialog';
import { LossDialog } from './loss-dialog';
import { LotList } from './lot-list';
import { SupplyRows } from './supply-rows';
import { StockLotsDocument, SupplyBoardDocument } from './supply.operations';
import s from './supply.module.css';

type Act = { kind: 'harvest' | 'forecast' | 'loss'; productId?: string } | null;

/** The week of a cooperative on one page: three things to record, what there is and what is coming. */
export default function SupplyScreen() {
  const t = useText(supply);
  const query = useQuery(SupplyBoardDocument);
  const lots = useQuery(StockLotsDocument, { variables: { withEmpty: false } });
  const [params] = useSearchParams();
  const [act, setAct] = useState<Act>(null);
  const close = () => setAct(null);
  const done = () => {
    close();
    void query.refetch();
    void lots.refetch();
  };
  return (
    <>
      <PageTitle>{t('supply.title')}</PageTitle>
      <PageHeader
        title={t('supply.title')}
        meta={t('supply.lead')}
        actions={
          <>
            <ExportButton list="lots" filter={{ empty: params.get('empty') === '1' ? '1' : null }} />
            <ImportLink kind="LOTS" />
          </>
        }
      />
      <AsyncScreen
        query={query}
        empty={({ supplyBoard }) =>
          supplyBoard.length === 0 && (
            <EmptyState
              title={t('supply.noProducts')}
              detail={t('supply.noProductsDetail')}
              action={<LinkButton href="/products/new">{t('supply.addProduct')}</LinkButton>}
            />
          )
        }
      >
        {({ supplyBoard: products }) => {
          const first = products[0]!.product.id;
          return (
            <div className={s.page}>
              <div className={s.acts}>
                <Button variant="primary" block icon={<Scale />} onClick={() => setAct({ kind: 'harvest' })}>
                  {t('supply.harvest')}
                </Button>
                <Button block icon={<Trash2 />} onClick={() => setAct({ kind: 'loss' })}>
                  {t('supply.loss')}
                </Button>
                <Button block icon={<CalendarRange />} onClick={() => setAct({ kind: 'forecast' })}>
                  {t('supply.forecast')}
                </Button>
              </div>
              <SupplyRows products={products} onAct={(kind, productId) => setAct({ kind, productId })} />
              <Section id="lots" title={t('supply.lots')}>
                <LotList />
              </Section>
              {act?.kind === 'harvest' && (
                <HarvestDialog products={products} productId={act.productId ?? first} onClose={close} onDone={done} />
              )}
              {act?.kind === 'forecast' && (
                <ForecastDialog products={products} productId={act.productId ?? first} onClose={close} onDone={done} />
              )}
              {act?.kind === 'loss' && lots.data && (
                <LossDialog lots={lots.data.stockLots.edges.map(({ node }) => node)} onClose={close} onDone={done} />
              )}
            </div>
          );
        }}
      </AsyncScreen>
    </>
  );
}
