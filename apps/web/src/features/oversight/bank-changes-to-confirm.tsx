import { useQuery } from '@apollo/client/react';
import { EmptyState, Link, Stack } from '@lienket/ui';
import { graphql } from '../../gql';
import { OpenBankChange } from '../../shared/banking/open-bank-change';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { AsyncScreen } from '../../shared/screen/async-screen';

const WaitingDocument = graphql(`
  query BankAccountChangesWaiting {
    bankAccountChangesWaiting {
      ...BankChangeParts
    }
  }
`);

/** Cooperatives with one person ask the Alliance to be the second. */
export function BankChangesToConfirm() {
  const t = useText(organizations);
  const query = useQuery(WaitingDocument);
  return (
    <AsyncScreen
      query={query}
      count={1}
      empty={(data) => (data.bankAccountChangesWaiting.length === 0 ? <EmptyState title={t('bank.reviewNone')} /> : null)}
    >
      {(data) => (
        <Stack>
          {data.bankAccountChangesWaiting.map((change) => (
            <div key={change.id}>
              <p>
                <Link href={`/organizations/${change.organization.id}`}>{change.organization.name}</Link>
              </p>
              <OpenBankChange change={change} mayConfirm onChanged={() => void query.refetch()} />
            </div>
          ))}
        </Stack>
      )}
    </AsyncScreen>
  );
}
