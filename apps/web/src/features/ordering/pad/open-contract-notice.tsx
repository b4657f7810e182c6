import { useQuery } from '@apollo/client/react';
import { LinkButton, Notice } from '@lienket/ui';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { OpenContractsDocument } from './pad.operations';

/** Says that a contract with this seller has prices of its own; silent where there is none. */
export function OpenContractNotice({ sellerId }: { sellerId: string }) {
  const t = useText(ordering);
  const { data } = useQuery(OpenContractsDocument);
  const contract = data?.contracts.edges.find(({ node }) => node.seller.id === sellerId)?.node;
  if (!contract) return null;
  return (
    <Notice
      action={
        <LinkButton size="small" href={`/orders/new?seller=${sellerId}&contract=${contract.id}`}>
          {t('pad.useOpenContract')}
        </LinkButton>
      }
    >
      {t('pad.openContract', { number: contract.number })}
    </Notice>
  );
}
