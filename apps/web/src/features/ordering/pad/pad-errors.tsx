import { FormErrorSummary, Notice, type GridMessage } from '@lienket/ui';
import type { MutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import type { PadRow } from './pad-rows';

const LISTED = 10;
const ROW = 'row-';

interface PadErrorsProps {
  form: MutationForm;
  tries: number;
  wrongRows: readonly { row: PadRow; index: number; message: GridMessage }[];
  onRow: (at: { rowId: string; columnKey?: string }) => void;
}

/** What stops the order: fields first, then rows; a row's line leads into the sheet. Empties itself as rows are mended. */
export function PadErrors({ form, tries, wrongRows, onRow }: PadErrorsProps) {
  const t = useText(ordering);
  const { fields, requestId } = form.failure;
  const ofFields = Object.entries(fields)
    .filter(([field]) => !/^\d+\./.test(field))
    .map(([field, message]) => ({ fieldId: `order-${field || 'lines'}`, message }));
  const rows = tries > 0 ? wrongRows : [];
  const ofRows = rows.slice(0, LISTED).map(({ row, index, message }) => ({
    fieldId: `${ROW}${row.id}`,
    // In the row the sentence leads on to its buttons; here it stands alone.
    message: t('pad.err.row', { row: index + 1, message: message.text.replace(/:$/, '.') }),
  }));
  const beyond = rows[LISTED];
  const more = beyond ? [{ fieldId: `${ROW}${beyond.row.id}`, message: t('pad.err.more', { count: rows.length - LISTED }) }] : [];
  const count = ofFields.length + rows.length;
  if (count === 0 && !requestId) return null;
  return (
    <div
      onClickCapture={(event) => {
        const target = (event.target as HTMLElement).closest('a')?.getAttribute('href')?.slice(1);
        if (!target?.startsWith(ROW)) return;
        event.preventDefault();
        event.stopPropagation();
        const wrong = rows.find(({ row }) => ROW + row.id === target);
        if (wrong) onRow({ rowId: wrong.row.id, columnKey: wrong.message.columnKey });
      }}
    >
      <FormErrorSummary
        title={t('form.errors', { count })}
        attempt={tries + form.attempt}
        errors={[...ofFields, ...ofRows, ...more]}
      />
      {requestId && (
        <Notice tone="danger">
          {t('error.requestId')} <code>{requestId}</code>
        </Notice>
      )}
    </div>
  );
}
