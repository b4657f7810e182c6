import { Table } from '@lienket/ui';
import type { PetitionMetricsPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { blocked } from '../../shared/messages/vi/blocked';

/** Below this many, a share says more than is known. */
const FEW = 5;

/** "3/4", with the share from five cases on; a dash of nothing. */
export function useShare(): (part: number, whole: number) => string {
  const f = useFormats();
  return (part, whole) =>
    whole === 0
      ? '–'
      : whole < FEW
        ? `${f.count(part)}/${f.count(whole)}`
        : `${f.count(part)}/${f.count(whole)} (${f.percentBp(Math.round((part * 10_000) / whole))})`;
}

interface Props {
  rows: readonly PetitionMetricsPartsFragment[];
  caption: string;
  of: 'field' | 'department';
}

export function MetricsTable({ rows, caption, of }: Props) {
  const t = useText(blocked);
  const f = useFormats();
  const share = useShare();
  const unnamed = t(of === 'field' ? 'petitionMetrics.noField' : 'petitionMetrics.noDepartment');
  return (
    <Table
      caption={caption}
      captionHidden
      density="compact"
      rows={rows}
      rowKey={({ code }) => code ?? 'none'}
      columns={[
        { key: 'name', header: t(`petitionMetrics.${of}`), primary: true, width: 260, cell: ({ name }) => name ?? unnamed },
        {
          key: 'petitions',
          header: t('petitionMetrics.total'),
          numeric: true,
          cell: ({ petitions }) => f.count(petitions),
        },
        { key: 'open', header: t('petitionMetrics.open'), numeric: true, cell: ({ open }) => f.count(open) },
        { key: 'overdue', header: t('petitionMetrics.overdue'), numeric: true, cell: ({ overdue }) => f.count(overdue) },
        { key: 'onTime', header: t('petitionMetrics.onTime'), numeric: true, cell: (row) => share(row.onTime, row.due) },
        {
          key: 'median',
          header: t('petitionMetrics.median'),
          numeric: true,
          cell: ({ medianDays }) => (medianDays == null ? '–' : f.quantity(String(medianDays))),
        },
        {
          key: 'satisfied',
          header: t('petitionMetrics.satisfied'),
          numeric: true,
          cell: (row) => share(row.satisfied, row.rated),
        },
        { key: 'reopened', header: t('petitionMetrics.reopened'), numeric: true, cell: ({ reopened }) => f.count(reopened) },
        {
          key: 'waiting',
          header: t('petitionMetrics.waiting'),
          numeric: true,
          cell: ({ waitingAgreements }) => f.count(waitingAgreements),
        },
        {
          key: 'value',
          header: t('petitionMetrics.value'),
          numeric: true,
          cell: ({ waitingAgreements, waitingValue, waitingHidden }) =>
            waitingAgreements === 0
              ? '–'
              : waitingValue != null
                ? t('waiting.about', { value: f.vnd(waitingValue) })
                : t(waitingHidden ? 'waiting.hidden' : 'waiting.unknown'),
        },
        {
          key: 'oldest',
          header: t('petitionMetrics.oldest'),
          numeric: true,
          cell: ({ oldestDays }) => (oldestDays == null ? '–' : t('petitionMetrics.days', { count: oldestDays })),
        },
      ]}
    />
  );
}
