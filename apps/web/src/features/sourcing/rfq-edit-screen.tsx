import { daysBetween, quantity, quantityInputText } from '@lienket/domain';
import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton } from '@lienket/ui';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { AskableProductsQuery, RfqFromDemandQuery, RfqPageFragment } from '../../gql/graphql';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { newRfqRow, rowsOf } from './rfq-rows';
import { RfqForm, type RfqValues } from './rfq-form';
import { AskableProductsDocument, RfqDocument, RfqFromDemandDocument } from './sourcing.operations';

/**
 * A new request, a draft taken up again, one prefilled with products that were found (/rfqs/new?products=id,id), or one from a demand and
 * those chosen of its answers and suggestions (/rfqs/new?demand=id&invite=id,id).
 */
export default function RfqEditScreen() {
  const t = useText(sourcing);
  const { id } = useParams();
  const [params] = useSearchParams();
  const products = (params.get('products') ?? '').split(',').filter(Boolean);
  const demandId = params.get('demand');
  return (
    <>
      <PageTitle>{t(id ? 'rfqForm.edit' : 'rfqForm.title')}</PageTitle>
      {id ? (
        <Draft id={id} />
      ) : demandId ? (
        <OfDemand id={demandId} invite={params.get('invite') ?? ''} />
      ) : products.length > 0 ? (
        <Prefilled ids={products} />
      ) : (
        <Blank />
      )}
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
  return <RfqForm initial={initial} source={found.map(({ product }) => product.id).join()} />;
}

function OfDemand({ id, invite }: { id: string; invite: string }) {
  const query = useQuery(RfqFromDemandDocument, { variables: { id } });
  return (
    <AsyncScreen query={query} missing={(data) => !data.demandPost?.mine}>
      {(data) => <FromDemand post={data.demandPost!} suggestions={data.demandSuggestions} invite={invite} />}
    </AsyncScreen>
  );
}

interface FromDemandProps {
  post: NonNullable<RfqFromDemandQuery['demandPost']>;
  suggestions: RfqFromDemandQuery['demandSuggestions'];
  /** Ids with commas between. */
  invite: string;
}

/** What the demand says stands in the request already, for as many weeks as it runs. */
function FromDemand({ post, suggestions, invite }: FromDemandProps) {
  const { locale } = useLanguage();
  const initial = useMemo((): RfqValues => {
    const known = new Map([...post.answers, ...suggestions].map(({ seller }) => [seller.id, seller]));
    const weeks = Math.ceil((daysBetween(post.periodFrom, post.periodTo) + 1) / 7);
    const row = {
      ...newRfqRow(),
      productId: post.product?.id ?? '',
      productName: post.product?.nameVi ?? '',
      goods: post.productName ?? post.product?.nameVi ?? post.title,
      unit: post.baseUnit,
      spec: post.spec ?? '',
      qty: quantityInputText(quantity(post.weeklyQty), locale),
      times: String(weeks),
    };
    return {
      ...blank,
      title: post.title,
      per: 'WEEK',
      rows: [row],
      basis: post.basis,
      deliveryLocationId: post.deliveryLocationId ?? '',
      periodFrom: post.periodFrom,
      periodTo: post.periodTo,
      invited: invite.split(',').flatMap((orgId) => known.get(orgId) ?? []),
    };
  }, [post, suggestions, invite, locale]);
  return <RfqForm initial={initial} source={`${post.id}-${invite}`} />;
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
