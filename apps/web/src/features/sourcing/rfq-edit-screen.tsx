import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton } from '@lienket/ui';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { AskableProductsQuery, RfqPageFragment } from '../../gql/graphql';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { newRfqRow, rowsOf } from './rfq-rows';
import { RfqForm, type RfqValues } from './rfq-form';
import { AskableProductsDocument, RfqDocument } from './sourcing.operations';

/** A new request, a draft taken up again, or one prefilled with products that were found: /rfqs/new?products=id,id. */
export default function RfqEditScreen() {
  const t = useText(sourcing);
  const { id } = useParams();
  const [params] = useSearchParams();
  const products = (params.get('products') ?? '').split(',').filter(Boolean);
  return (
    <>
      <PageTitle>{t(id ? 'rfqForm.edit' : 'rfqForm.title')}</PageTitle>
      {id ? <Draft id={id} /> : products.length > 0 ? <Prefilled ids={products} /> : <Blank />}
    </>
  );
}

const blank: RfqValues = {
  title: '',
  per: 'TOTAL',
  rows: [],
  basis: 'DC',
  deliveryLocationId: '',
  periodFrom: '',
  periodTo: '',
  deadline: '',
  note: '',
  invited: [],
  files: [],
};

const emptyRows = () => Array.from({ length: 4 }, newRfqRow);

function Blank() {
  const initial = useMemo(() => ({ ...blank, rows: emptyRows() }), []);
  return <RfqForm initial={initial} />;
}

function Prefilled({ ids }: { ids: string[] }) {
  const query = useQuery(AskableProductsDocument, { variables: { ids } });
  return <AsyncScreen query={query}>{(data) => <FromProducts found={data.askableProducts} />}</AsyncScreen>;
}

function FromProducts({ found }: { found: AskableProductsQuery['askableProducts'] }) {
  const initial = useMemo((): RfqValues => {
    const sellers = new Map(found.map(({ seller }) => [seller.id, seller]));
    const rows = found.map(({ product }) => ({
      ...newRfqRow(),
      productId: product.id,
      productName: product.nameVi,
      goods: product.nameVi,
      unit: product.baseUnit,
    }));
    return { ...blank, rows: rows.length ? rows : emptyRows(), invited: [...sellers.values()] };
  }, [found]);
  return <RfqForm initial={initial} />;
}

function Draft({ id }: { id: string }) {
  const t = useText(sourcing);
  const query = useQuery(RfqDocument, { variables: { id } });
  return (
    <AsyncScreen
      query={query}
      missing={(data) => !data.rfq}
      empty={({ rfq }) =>
        rfq &&
        rfq.status !== 'DRAFT' && (
          <EmptyState title={t('rfqForm.notDraft')} action={<LinkButton href={`/rfqs/${rfq.id}`}>{t('rfq.back')}</LinkButton>} />
        )
      }
    >
      {(data) => <FromDraft rfq={data.rfq!} reload={() => void query.refetch()} />}
    </AsyncScreen>
  );
}

function FromDraft({ rfq, reload }: { rfq: RfqPageFragment; reload: () => void }) {
  const { locale } = useLanguage();
  const initial = useMemo(
    (): RfqValues => ({
      title: rfq.title,
      per: rfq.lines[0]?.per ?? 'TOTAL',
      rows: rfq.lines.length ? rowsOf(rfq.lines, locale) : emptyRows(),
      basis: rfq.basis,
      deliveryLocationId: rfq.deliveryLocationId ?? '',
      periodFrom: rfq.periodFrom ?? '',
      periodTo: rfq.periodTo ?? '',
      deadline: rfq.deadlineAt?.slice(0, 10) ?? '',
      note: rfq.note ?? '',
      invited: rfq.invitations.map(({ seller }) => seller),
      files: rfq.files.map(({ id, name }) => ({ id, name })),
    }),
    [rfq, locale],
  );
  return <RfqForm key={rfq.version} initial={initial} draft={rfq} reload={reload} />;
}
