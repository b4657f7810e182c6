import { useApolloClient } from '@apollo/client/react';
import { Button, Dialog, Field, TextArea, toast } from '@lienket/ui';
import { ClipboardPaste, FileStack } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { wholeContract } from './contract-fill';
import { ContractPlanDocument } from './pad.operations';
import type { PadCatalogue } from './pad-items';
import { readPaste, type PadRow } from './pad-rows';
import s from './pad.module.css';

interface PadToolsProps {
  contractId: string | undefined;
  catalogue: PadCatalogue;
  rows: PadRow[];
  onRows: (rows: PadRow[]) => void;
  /** The day that decides which period of the contract is meant. */
  day: string;
  onPaste: (text: string) => void;
}

/** Many rows at once: a whole contract, or a table copied from Excel (the only way to paste one on a phone). */
export function PadTools({ contractId, catalogue, rows, onRows, day, onPaste }: PadToolsProps) {
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
