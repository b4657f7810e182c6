import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton } from '@lienket/ui';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { QuoteForm } from './quote-form';
import { OwnGoodsDocument, RfqDocument } from './sourcing.operations';

/** A cooperative answers on a phone. */
export default function QuoteScreen() {
  const t = useText(sourcing);
  const { id = '' } = useParams();
  const query = useQuery(RfqDocument, { variables: { id } });
  const goods = useQuery(OwnGoodsDocument);
  return (
    <>
      <PageTitle>{t('rfq.doQuote')}</PageTitle>
      <AsyncScreen
        query={query}
        skeleton="cards"
        missing={(data) => !data.rfq}
        empty={({ rfq }) => {
          const send = rfq?.myQuote?.availableActions.find(({ action }) => action === 'quoteSend');
          const open = rfq?.myQuote ? send?.allowed : rfq?.status === 'OPEN';
          return (
            rfq &&
            !open && (
              <EmptyState
                title={t('quoteForm.closed')}
                detail={send?.reason}
                action={<LinkButton href={`/rfqs/${rfq.id}`}>{t('rfq.back')}</LinkButton>}
              />
            )
          );
        }}
      >
        {(data) => (
          <AsyncScreen query={goods}>
            {({ myProducts }) => (
              <QuoteForm
                key={data.rfq!.myQuote?.version}
                rfq={data.rfq!}
                goods={myProducts.edges.map(({ node }) => node)}
                reload={() => void query.refetch()}
              />
            )}
          </AsyncScreen>
        )}
      </AsyncScreen>
    </>
  );
}
