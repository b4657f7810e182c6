import { CREDIT_REASONS } from '@lienket/domain';
import { DateField, Field, NumberInput, Select, TextArea, TextInput } from '@lienket/ui';
import { type ComponentType, useState } from 'react';
import type { CreditDecision, CreditEnding, CreditReason } from '../../gql/graphql';
import { type ChosenFile, FileField } from '../../shared/files/file-field';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useLanguage } from '../../shared/i18n/language';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { useSession } from '../../shared/session/session';
import { CreditDialog, type CreditDialogProps, useCreditForm } from './credit-dialog';
import {
  CreditAttachDocument,
  CreditConfirmDocument,
  CreditDecideDocument,
  CreditDisburseDocument,
  CreditEndDocument,
  CreditFileDocument,
  CreditUndoDocument,
} from './credit.operations';

interface StepValues {
  on: string;
  docNo: string;
  note: string;
}
const useStepValues = () => {
  const { today } = useFormats();
  return useState<StepValues>({ on: today(), docNo: '', note: '' });
};

/** Day, number and words of a step; the Alliance names the paper it writes from. */
function StepFields({
  values,
  set,
  errorOf,
}: {
  values: StepValues;
  set: (patch: Partial<StepValues>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useText(lending);
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const { me } = useSession();
  const writesForOther = me?.organization.kind === 'ALLIANCE';
  const optional = writesForOther ? {} : { optionalText: t('state.optional') };
  return (
    <>
      <Field id="on" label={t('lending.on')} error={errorOf('on')} required>
        <DateField value={values.on} onValueChange={(on) => set({ on })} locale={locale} labels={labels} />
      </Field>
      <Field id="docNo" label={t('lending.docNo')} error={errorOf('docNo')} required={writesForOther} {...optional}>
        <TextInput maxLength={60} value={values.docNo} onChange={(event) => set({ docNo: event.target.value })} />
      </Field>
      <Field id="note" label={t('lending.note')} optionalText={t('state.optional')} error={errorOf('note')}>
        <TextArea maxLength={2000} value={values.note} onChange={(event) => set({ note: event.target.value })} />
      </Field>
    </>
  );
}
const wordsOf = ({ on, docNo, note }: StepValues) => ({ on: on || null, docNo: docNo || null, note: note || null });

function ConfirmDialog(props: CreditDialogProps) {
  const { credit } = props;
  const t = useText(lending);
  const form = useCreditForm(CreditConfirmDocument, 'credit-confirm', (data) => data.creditConfirm, props);
  const send = () => void form.submit((clientKey) => ({ input: { clientKey, id: credit.id, version: credit.version } }));
  return (
    <CreditDialog {...props} form={form} title={t('creditAct.creditConfirm')} onConfirm={send}>
      <p>{t('lending.confirmText', { bank: credit.bank.name, borrower: credit.borrower.name })}</p>
    </CreditDialog>
  );
}

function AttachDialog(props: CreditDialogProps) {
  const { credit } = props;
  const t = useText(lending);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const form = useCreditForm(CreditAttachDocument, 'credit-attach', (data) => data.creditAttach, props);
  const send = () => {
    if (!file) return void form.check({ fileId: t('form.required') });
    void form.submit((clientKey) => ({ input: { clientKey, id: credit.id, version: credit.version, fileId: file.id } }));
  };
  return (
    <CreditDialog {...props} form={form} title={t('creditAct.creditAttach')} onConfirm={send}>
      <FileField
        id="fileId"
        label={t('lending.paper')}
        chooseLabel={t('lending.choose')}
        accept="application/pdf,image/*"
        required
        value={file}
        error={form.errorOf('fileId')}
        onChange={setFile}
      />
    </CreditDialog>
  );
}

function FileDialog(props: CreditDialogProps) {
  const { credit } = props;
  const t = useText(lending);
  const [values, setValues] = useStepValues();
  const form = useCreditForm(CreditFileDocument, 'credit-file', (data) => data.creditFile, props);
  const send = () =>
    void form.submit((clientKey) => ({ input: { clientKey, id: credit.id, version: credit.version, ...wordsOf(values) } }));
  return (
    <CreditDialog {...props} form={form} title={t('creditAct.creditFile')} onConfirm={send}>
      <StepFields values={values} set={(patch) => setValues((before) => ({ ...before, ...patch }))} errorOf={form.errorOf} />
    </CreditDialog>
  );
}

const decisionDialog = (decision: CreditDecision, act: 'creditAppraise' | 'creditApprove' | 'creditGrant') =>
  function DecisionDialog(props: CreditDialogProps) {
    const { credit } = props;
    const t = useText(lending);
    const numbers = useTypedNumbers();
    const [values, setValues] = useStepValues();
    const [limit, setLimit] = useState('');
    const form = useCreditForm(CreditDecideDocument, act, (data) => data.creditDecide, props);
    const send = () => {
      const typed = limit.trim() ? numbers.money(limit) : null;
      if (!form.check({ limit: typed && !typed.ok ? typed.message : null })) return;
      void form.submit((clientKey) => ({
        input: {
          clientKey,
          id: credit.id,
          version: credit.version,
          decision,
          limit: typed?.ok ? typed.wire : null,
          ...wordsOf(values),
        },
      }));
    };
    return (
      <CreditDialog {...props} form={form} title={t(`creditAct.${act}`)} onConfirm={send}>
        {decision === 'GRANT' && (
          <Field
            id="limit"
            label={t('lending.limit')}
            hint={t('lending.limitHint')}
            optionalText={t('state.optional')}
            error={form.errorOf('limit')}
          >
            <NumberInput unit="₫" value={limit} onChange={(event) => setLimit(event.target.value)} />
          </Field>
        )}
        <StepFields values={values} set={(patch) => setValues((before) => ({ ...before, ...patch }))} errorOf={form.errorOf} />
      </CreditDialog>
    );
  };

function DisburseDialog(props: CreditDialogProps) {
  const { credit } = props;
  const t = useText(lending);
  const numbers = useTypedNumbers();
  const [values, setValues] = useStepValues();
  const [amount, setAmount] = useState('');
  const form = useCreditForm(CreditDisburseDocument, 'credit-disburse', (data) => data.creditDisburse, props);
  const send = () => {
    const typed = numbers.money(amount);
    if (!form.check({ amount: !amount.trim() ? t('form.required') : typed.ok ? null : typed.message }) || !typed.ok) return;
    void form.submit((clientKey) => ({
      input: { clientKey, id: credit.id, version: credit.version, amount: typed.wire, ...wordsOf(values) },
    }));
  };
  return (
    <CreditDialog {...props} form={form} title={t('creditAct.creditDisburse')} onConfirm={send}>
      <Field id="amount" label={t('lending.paidAmount')} error={form.errorOf('amount')} required>
        <NumberInput unit="₫" value={amount} onChange={(event) => setAmount(event.target.value)} />
      </Field>
      <StepFields values={values} set={(patch) => setValues((before) => ({ ...before, ...patch }))} errorOf={form.errorOf} />
    </CreditDialog>
  );
}

export function UndoDialog(props: CreditDialogProps & { disbursementId: string }) {
  const { credit, disbursementId } = props;
  const t = useText(lending);
  const [reason, setReason] = useState('');
  const form = useCreditForm(CreditUndoDocument, `credit-undo-${disbursementId}`, (data) => data.creditUndoDisbursement, props);
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: credit.id, version: credit.version, disbursementId, reason } }));
  };
  return (
    <CreditDialog {...props} form={form} title={t('creditAct.creditUndoDisbursement')} onConfirm={send}>
      <p>{t('lending.undoText')}</p>
      <Field id="reason" label={t('lending.reason')} error={form.errorOf('reason')} required>
        <TextArea maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </CreditDialog>
  );
}

const endingDialog = (ending: CreditEnding, act: 'creditRefuse' | 'creditWithdraw' | 'creditLapse' | 'creditClose') =>
  function EndingDialog(props: CreditDialogProps) {
    const { credit } = props;
    const t = useText(lending);
    const [values, setValues] = useStepValues();
    const [reason, setReason] = useState<CreditReason | ''>('');
    const form = useCreditForm(CreditEndDocument, act, (data) => data.creditEnd, props);
    const codes = CREDIT_REASONS[ending.toLowerCase() as keyof typeof CREDIT_REASONS] as readonly CreditReason[];
    const send = () => {
      if (!form.check({ reason: reason ? null : t('form.required') }) || !reason) return;
      void form.submit((clientKey) => ({
        input: { clientKey, id: credit.id, version: credit.version, ending, reason, ...wordsOf(values) },
      }));
    };
    return (
      <CreditDialog {...props} form={form} title={t(`creditAct.${act}`)} onConfirm={send}>
        <Field id="reason" label={t('lending.reason')} hint={t('lending.reasonHint')} error={form.errorOf('reason')} required>
          <Select
            value={reason}
            placeholder={t('lending.chooseReason')}
            options={codes.map((code) => ({ value: code, label: t(`creditReason.${code}`) }))}
            onChange={(event) => setReason(event.target.value as CreditReason)}
          />
        </Field>
        <StepFields values={values} set={(patch) => setValues((before) => ({ ...before, ...patch }))} errorOf={form.errorOf} />
      </CreditDialog>
    );
  };

export type CreditActName =
  | 'creditAttach'
  | 'creditConfirm'
  | 'creditFile'
  | 'creditAppraise'
  | 'creditApprove'
  | 'creditGrant'
  | 'creditDisburse'
  | 'creditClose'
  | 'creditRefuse'
  | 'creditLapse'
  | 'creditWithdraw';

/** The dialog of each action the server may offer. */
export const CREDIT_DIALOGS: Record<CreditActName, ComponentType<CreditDialogProps>> = {
  creditAttach: AttachDialog,
  creditConfirm: ConfirmDialog,
  creditFile: FileDialog,
  creditAppraise: decisionDialog('APPRAISE', 'creditAppraise'),
  creditApprove: decisionDialog('APPROVE', 'creditApprove'),
  creditGrant: decisionDialog('GRANT', 'creditGrant'),
  creditDisburse: DisburseDialog,
  creditClose: endingDialog('CLOSE', 'creditClose'),
  creditRefuse: endingDialog('REFUSE', 'creditRefuse'),
  creditLapse: endingDialog('LAPSE', 'creditLapse'),
  creditWithdraw: endingDialog('WITHDRAW', 'creditWithdraw'),
};
