import { useApolloClient } from '@apollo/client/react';
import { Button, Checkbox, Dialog, Field, TextArea, toast } from '@lienket/ui';
import { ClipboardPaste, FileStack, FileUp } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { wholeContract } from './contract-fill';
import { ContractPlanDocument } from './pad.operations';
import type { PadCatalogue } from './pad-items';
import { PAD_COLUMNS, readPaste, type PadColumn, type PadRow } from './pad-rows';
import { SheetRefused, uploadSheet } from './upload-sheet';
import s from './pad.module.css';

interface PadToolsProps {
  contractId: string | undefined;
  catalogue: PadCatalogue;
  rows: PadRow[];
  onRows: (rows: PadRow[]) => void;
  /** The day that decides which period of the contract is meant. */
  day: string;
  onPaste: (text: string) => void;
  /** Cells of an uploaded sheet; answers how many rows and products were found. */
  onSheet: (cells: string[][]) => { rows: number; matched: number };
  shown: readonly PadColumn[];
  onShown: (columns: PadColumn[]) => void;
  /** What else is done with the whole sheet. */
  children?: ReactNode;
}

/** Many rows at once: a whole contract, or a table copied from Excel (the only way to paste one on a phone). */
export function PadTools({
  contractId,
  catalogue,
  rows,
  onRows,
  day,
  onPaste,
  onSheet,
  shown,
  onShown,
  children,
}: PadToolsProps) {
  const t = useText(ordering);
  const { locale } = useLanguage();
  const client = useApolloClient();
  const [reading, setReading] = useState(false);
  const take = async (id: string) => {
    setReading(true);
    try {
      const { data } = await client.query({ query: ContractPlanDocument, variables: { id }, fetchPolicy: 'network-only' });
      const planned = (data?.contract?.lines ?? []).map(({ id: lineId, numbers, schedule }) => ({
        id: lineId,
        calledOff: numbers.calledOff,
        schedule,
      }));
      onRows(wholeContract(rows, catalogue.items, planned, day, locale));
      toast.success(t('pad.wholeDone', { count: catalogue.items.filter(({ contract }) => contract).length }), {
        action: { label: t('pad.undo'), onAction: () => onRows(rows) },
      });
    } catch {
      toast.error(t('pad.wholeFailed'));
    } finally {
      setReading(false);
    }
  };
  return (
    <div className={s.tools}>
      {contractId && (
        <Button icon={<FileStack />} loading={reading} onClick={() => void take(contractId)}>
          {t('pad.wholeContract')}
        </Button>
      )}
      <PasteDialog catalogue={catalogue} onPaste={onPaste} />
      <SheetUpload onSheet={onSheet} onUndo={() => onRows(rows)} />
      {children}
      <ColumnChoice shown={shown} onShown={onShown} />
    </div>
  );
}

function PasteDialog({ catalogue, onPaste }: Pick<PadToolsProps, 'catalogue' | 'onPaste'>) {
  const t = useText(ordering);
  const { locale } = useLanguage();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const read = readPaste(text, catalogue, locale);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<ClipboardPaste />} onClick={() => setText('')}>
          {t('pad.pasteOpen')}
        </Button>
      }
      title={t('pad.pasteTitle')}
      description={t('pad.pasteHint')}
      closeLabel={t('action.close')}
      footer={
        <Button
          variant="primary"
          disabled={read.rows.length === 0}
          onClick={() => {
            onPaste(text);
            setOpen(false);
          }}
        >
          {t('pad.pasteDo')}
        </Button>
      }
    >
      <Field label={t('pad.pasteText')}>
        <TextArea rows={8} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <p role="status" className={s.small}>
        {read.rows.length > 0 && t('pad.pasteCount', { rows: read.rows.length, matched: read.matched })}
      </p>
    </Dialog>
  );
}

/** An XLSX or CSV file into the sheet; one tap takes it out again. */
function SheetUpload({ onSheet, onUndo }: Pick<PadToolsProps, 'onSheet'> & { onUndo: () => void }) {
  const t = useText(ordering);
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const read = async (file: File) => {
    setReading(true);
    try {
      const { rows, matched } = onSheet(await uploadSheet(file));
      if (rows === 0) toast.error(t('pad.fileEmpty'));
      else toast.success(t('pad.fileDone', { rows, matched }), { action: { label: t('pad.undo'), onAction: onUndo } });
    } catch (error) {
      toast.error((error instanceof SheetRefused && error.message) || t('pad.fileFailed'));
    } finally {
      setReading(false);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('pad.fileOpen')}
        accept=".xlsx,.csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void read(file);
        }}
      />
      <Button icon={<FileUp />} loading={reading} onClick={() => input.current?.click()}>
        {t('pad.fileOpen')}
      </Button>
    </>
  );
}

const columnWords = { place: 'pad.place', on: 'pad.on', hours: 'pad.hours', cost: 'pad.cost' } as const;

/** Orders that part by store, day or cost center show these beside each row. */
function ColumnChoice({ shown, onShown }: Pick<PadToolsProps, 'shown' | 'onShown'>) {
  const t = useText(ordering);
  return (
    <fieldset className={s.choice}>
      <legend>{t('pad.columns')}</legend>
      {PAD_COLUMNS.map((column) => (
        <Checkbox
          key={column}
          label={t(columnWords[column])}
          checked={shown.includes(column)}
          onChange={() => onShown(shown.includes(column) ? shown.filter((held) => held !== column) : [...shown, column])}
        />
      ))}
    </fieldset>
  );
}
