import { StatusMark, Table } from '@lienket/ui';
import type { PetitionRowFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import { petitionTone } from './petition-tone';
import s from './petitions.module.css';

export function PetitionTable({ rows }: { rows: readonly PetitionRowFragment[] }) {
  const t = useText(petitions);
  const f = useFormats();
  return (
    <Table
      caption={t('petitions.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/petitions/${row.id}`}
      columns={[
        {
          key: 'item',
          header: t('petitions.item'),
          primary: true,
          cell: (row) => (
            <span>
              <span className={s.words}>{row.content ?? t('petitions.noContent')}</span>
              <span className={s.under}>
                {[row.number, ...row.fields.map(({ name }) => name)].join(' · ')}
                {row.blockedAgreements > 0 && ` · ${t('petitions.blocks', { count: row.blockedAgreements })}`}
              </span>
            </span>
          ),
        },
        {
          key: 'petitioner',
          header: t('petitions.petitioner'),
          width: 170,
          cell: (row) => row.petitioner?.shortName ?? row.petitionerName ?? t('petitions.unknown'),
        },
        {
          key: 'department',
          header: t('petitions.department'),
          width: 170,
          cell: (row) => row.department?.shortName ?? t('petitions.notAssigned'),
        },
        {
          key: 'deadline',
          header: t('petitions.deadline'),
          width: 130,
          cell: (row) =>
            row.answerBefore && (
              <span>
                {f.date(row.answerBefore)}
                {row.overdue && (
                  <span className={s.under}>
                    <StatusMark tone="danger">{t('petitions.overdue')}</StatusMark>
                  </span>
                )}
              </span>
            ),
        },
        {
          key: 'state',
          header: t('petitions.state'),
          width: 190,
          cell: (row) => <StatusMark tone={petitionTone[row.status]}>{t(`petitionStatus.${row.status}`)}</StatusMark>,
        },
      ]}
    />
  );
}
