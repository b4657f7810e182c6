import { EmptyState, Link, StatusMark, Table } from '@lienket/ui';
import type { ContractPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { contractTones } from './contract-words';
import s from './agreement.module.css';

/** The supply contracts that made the memorandum binding, each with the numbers of its lines. */
export function AgreementContracts({ contracts }: { contracts: readonly ContractPageFragment[] }) {
  const t = useText(agreements);
  const f = useFormats();
  if (contracts.length === 0) return <EmptyState title={t('agreement.noContracts')} />;
  return (
    <ul className={s.contracts}>
      {contracts.map((contract) => (
        <li key={contract.id}>
          <p className={s.lineHead}>
            <Link href={`/contracts/${contract.id}`}>
              <b>{t('contract.name', { number: contract.number })}</b>
            </Link>
            <StatusMark tone={contractTones[contract.status]}>{t(`contractStatus.${contract.status}`)}</StatusMark>
            <span className={s.soft}>
              {t('agreement.validity', { from: f.date(contract.validFrom), to: f.date(contract.validTo) })}
            </span>
          </p>
          <Table
            caption={t('contract.name', { number: contract.number })}
            captionHidden
            density="compact"
            stickyHeader={false}
            rows={contract.lines}
            rowKey={(line) => line.id}
            columns={[
              { key: 'goods', header: t('contract.goods'), primary: true, cell: (line) => line.description },
              {
                key: 'target',
                header: t('contract.target'),
                numeric: true,
                cell: (line) => f.quantity(line.targetQty, line.baseUnit),
              },
              {
                key: 'calledOff',
                header: t('five.calledOff'),
                numeric: true,
                cell: (line) => f.quantity(line.numbers.calledOff, line.baseUnit),
              },
              {
                key: 'accepted',
                header: t('five.accepted'),
                numeric: true,
                cell: (line) => f.quantity(line.numbers.accepted, line.baseUnit),
              },
              {
                key: 'remaining',
                header: t('contract.remaining'),
                numeric: true,
                cell: (line) => f.quantity(line.remaining, line.baseUnit),
              },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
