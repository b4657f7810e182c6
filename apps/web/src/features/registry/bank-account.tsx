import { useQuery } from '@apollo/client/react';
import { Button, Section, Stack } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { BankChangePartsFragment, MyOrganizationPartsFragment } from '../../gql/graphql';
import { OpenBankChange } from '../../shared/banking/open-bank-change';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { useSession } from '../../shared/session/session';
import { BankAccountForm } from './bank-account-form';

const BankChangesDocument = graphql(`
  query MyBankAccountChanges {
    myBankAccountChanges {
      ...BankChangeParts
    }
  }
`);

const isOpen = ({ status }: BankChangePartsFragment) => status === 'WAITING' || status === 'CONFIRMED';

/** Where the organization is paid, and a change of it on its way. */
export function BankAccount({ organization, onReload }: { organization: MyOrganizationPartsFragment; onReload: () => void }) {
  const t = useText(organizations);
  const f = useFormats();
  const { may } = useSession();
  const [changing, setChanging] = useState(false);
  const query = useQuery(BankChangesDocument);
  const changes = query.data?.myBankAccountChanges ?? [];
  const open = changes.find(isOpen);
  const past = changes.filter((change) => !isOpen(change));
  const own = { ownerOrgId: organization.id };
  const account = [organization.bankName, organization.bankAccountNo, organization.bankAccountName].filter(Boolean).join(' · ');
  const reload = () => {
    void query.refetch();
    onReload();
  };
  return (
    <Section
      id="bank"
      title={t('bank.own')}
      actions={
        may('bankAccount.change', own) &&
        query.data &&
        !open &&
        !changing && (
          <Button onClick={() => setChanging(true)}>{t(organization.bankAccountNo ? 'bank.change' : 'bank.add')}</Button>
        )
      }
    >
      <Stack>
        <p>{organization.bankAccountNo ? `${t('bank.inForce')}: ${account}` : t('bank.none')}</p>
        {open && <OpenBankChange change={open} mayConfirm={may('bankAccount.confirm', own)} onChanged={reload} />}
        {changing && (
          <BankAccountForm
            holdHours={organization.bankHoldHours}
            onCancel={() => setChanging(false)}
            onDone={() => {
              setChanging(false);
              reload();
            }}
          />
        )}
        {past.length > 0 && (
          <div>
            <p>{t('bank.history')}</p>
            <ul>
              {past.map((change) => (
                <li key={change.id}>
                  {change.bankName} {change.accountNo}:{' '}
                  {change.appliedAt ? t('bank.appliedOn', { at: f.dateTime(change.appliedAt) }) : t('bank.wasCancelled')}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Section>
  );
}
