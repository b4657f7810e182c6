import { DescriptionList, Notice, toast } from '@lienket/ui';
import { graphql } from '../../gql';
import type { ContractPageFragment } from '../../gql/graphql';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { useMe } from '../../shared/session/session';
import { ActionDialog } from '../../shared/forms/action-dialog';
import s from './agreement.module.css';
import { AFTER_MOU } from './mou-mutations';

const SignDocument = graphql(`
  mutation ContractSign($input: ContractActionInput!) {
    contractSign(input: $input) {
      ...ContractPage
      ...RefusalParts
    }
  }
`);

interface Props {
  contract: ContractPageFragment;
  onClose: () => void;
  onReload: () => void;
}

const STALE = [...AFTER_MOU, 'contracts', 'mou', 'orderPad'];

/** What binds is shown once more, line by line, before one's side confirms it. */
export function ContractSignDialog({ contract, onClose, onReload }: Props) {
  const t = useText(agreements);
  const f = useFormats();
  const me = useMe();
  const form = useMutationForm(SignDocument, {
    form: `contract-sign-${contract.id}`,
    pick: (data) => data.contractSign,
    stale: STALE,
    onDone: (signed) => {
      toast.success(t(signed.status === 'ACTIVE' ? 'contract.nowActive' : 'contract.signedOne'));
      onClose();
    },
  });
  return (
    <ActionDialog
      form={form}
      title={t('contract.sign')}
      confirmLabel={t('mouAct.sign')}
      onConfirm={() => void form.submit((clientKey) => ({ input: { clientKey, id: contract.id, version: contract.version } }))}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('mouAct.signAs', { name: me.fullName, organization: me.organization.name })}</p>
      <DescriptionList
        items={[
          { term: t('mouAct.document'), detail: t('contract.name', { number: contract.number }) },
          {
            term: t('contract.days'),
            detail: t('agreement.validity', { from: f.date(contract.validFrom), to: f.date(contract.validTo) }),
          },
          {
            term: t('contract.lines'),
            detail: (
              <ul className={s.plain}>
                {contract.lines.map((line) => (
                  <li key={line.id}>
                    {t('contract.lineOf', {
                      goods: line.description,
                      min: f.quantity(line.minQty, line.baseUnit),
                      target: f.quantity(line.targetQty, line.baseUnit),
                      max: f.quantity(line.maxQty, line.baseUnit),
                    })}
                    {line.unitPrice != null && `, ${f.vnd(line.unitPrice)} ${t('unit.per', { unit: line.baseUnit })}`}
                  </li>
                ))}
              </ul>
            ),
          },
          { term: t('agreement.hash'), detail: t('mouAct.hashLater') },
        ]}
      />
      <Notice title={t('signature.IN_APP')}>{t('mouAct.signLaw')}</Notice>
      <p>{t('contract.signAfter')}</p>
    </ActionDialog>
  );
}
