import { useQuery } from '@apollo/client/react';
import { EmptyState, PageHeader, Section } from '@lienket/ui';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import type { RfqPageFragment } from '../../gql/graphql';
import { AgreedLines } from './agreed-lines';
import { UseAgreed } from './use-agreed';
import { RfqDocument } from './sourcing.operations';

/** From what was chosen to an order or a contract, without typing anything again. */
export default function AgreedScreen() {
  const t = useText(sourcing);
  const { id = '' } = useParams();
  const query = useQuery(RfqDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('agreed.title')}</PageTitle>
      <AsyncScreen
        query={query}
        missing={(data) => !data.rfq}
        empty={({ rfq }) => rfq?.awardLines.length === 0 && <EmptyState title={t('agreed.empty')} />}
      >
        {(data) => <Agreed rfq={data.rfq!} />}
      </AsyncScreen>
    </>
  );
}

function Agreed({ rfq }: { rfq: RfqPageFragment }) {
  const t = useText(sourcing);
  useDemoMark(rfq.isDemo);
  const sellers = [...new Map(rfq.awardLines.map(({ seller }) => [seller.id, seller])).values()];
  return (
    <>
      <PageHeader
        back={{ href: `/rfqs/${rfq.id}`, label: rfq.title }}
        title={t('agreed.title')}
        meta={t('agreed.hint')}
        actions={<ExportButton list="award-lines" filter={{ rfq: rfq.id }} />}
      />
      {sellers.map((seller) => {
        const lines = rfq.awardLines.filter((line) => line.seller.id === seller.id);
        return (
          <Section key={seller.id} title={t('agreed.of', { name: seller.shortName })}>
            <AgreedLines lines={lines} />
            {lines.some(({ usedByType }) => !usedByType) && (
              <UseAgreed
                seller={seller}
                lines={lines.filter(({ usedByType }) => !usedByType)}
                period={{ from: rfq.periodFrom, to: rfq.periodTo }}
              />
            )}
          </Section>
        );
      })}
    </>
  );
}
