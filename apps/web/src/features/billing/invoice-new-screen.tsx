import { useQuery } from '@apollo/client/react';
import { lineAmount, quantity, vatAmount, type VatCode } from '@lienket/domain';
import {
  Button,
  DateField,
  Field,
  FieldRow,
  FileDrop,
  Notice,
  NumberInput,
  PageHeader,
  Section,
  Select,
  Stack,
  TextInput,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PaymentRequestPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { PaymentRequestDocument } from './billing.operations';
import { ComparedTable } from './compared-table';
import { sumOf } from './amounts';
import { InvoiceRecordDocument } from './invoice.operations';
import { type EInvoiceRead, uploadEInvoice } from './upload-e-invoice';
import s from './billing.module.css';

const VAT = ['KCT', 'KKKNT', '0', '5', '8', '10'] as const;

/** The seller writes down the e-invoice that was issued elsewhere, from its XML or by hand. */
export default function InvoiceNewScreen() {
  const t = useText(invoices);
  const [params] = useSearchParams();
  const id = params.get('request') ?? '';
  const query = useQuery(PaymentRequestDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('record.title')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.paymentRequest}>
        {(data) => (
          <>
            <PageHeader
              back={{ href: `/payments/${id}`, label: data.paymentRequest!.number }}
              title={t(params.get('replaces') ? 'record.titleReplace' : 'record.title')}
              meta={t('record.hint')}
            />
            <RecordForm
              key={data.paymentRequest!.version}
              request={data.paymentRequest!}
              replacesId={params.get('replaces')}
              reload={() => void query.refetch()}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}

interface TypedLine {
  qty: string;
  unitPrice: string;
  vatCode: string;
}

interface RecordFormProps {
  request: PaymentRequestPartsFragment;
  replacesId: string | null;
  reload: () => void;
}

function RecordForm({ request, replacesId, reload }: RecordFormProps) {
  const t = useText(invoices);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const typed = useTypedNumbers();
  const navigate = useNavigate();
  const bare = (amount: bigint | string | number) => f.vnd(amount).replace(/\s₫$/, '');
  const [symbol, setSymbol] = useState('');
  const [number, setNumber] = useState('');
  const [lookupCode, setLookupCode] = useState('');
  const [issuedOn, setIssuedOn] = useState(f.today());
  const [file, setFile] = useState<{ name: string; refused?: string; read?: EInvoiceRead } | null>(null);
  const [lines, setLines] = useState<Record<string, TypedLine>>(() =>
    Object.fromEntries(
      request.lines.map((line) => [
        line.id,
        { qty: f.quantity(line.acceptedQty, '').trim(), unitPrice: bare(line.unitPrice), vatCode: line.vatCode },
      ]),
    ),
  );
  const [vatTyped, setVatTyped] = useState<string | null>(null);
  const form = useMutationForm(InvoiceRecordDocument, {
    form: `invoice-record-${request.id}-${replacesId ?? ''}`,
    pick: (data) => data.invoiceRecord,
    stale: ['invoices', 'paymentRequests', 'workItems', 'tradeAccounts'],
    onDone: (invoice) => {
      toast.success(t(invoice.state === 'MATCHED' ? 'record.matched' : 'record.exception'));
      void navigate(`/invoices/${invoice.id}`);
    },
  });
  const printed = new Map(file?.read?.lines.flatMap((line) => (line.requestLineId ? [[line.requestLineId, line] as const] : [])));
  const read = request.lines.flatMap((line) => {
    const given = lines[line.id]!;
    if (!given.qty.trim() || given.qty.trim() === '0') return [];
    const [qty, unitPrice] = [typed.quantity(given.qty), typed.money(given.unitPrice)];
    const exact = printed.get(line.id);
    const amount =
      qty.ok && unitPrice.ok ? (exact ? BigInt(exact.amount) : lineAmount(quantity(qty.wire), BigInt(unitPrice.wire))) : 0n;
    return [{ line, qty, unitPrice, vatCode: given.vatCode, amount }];
  });
  const net = sumOf(read.map(({ amount }) => amount));
  const ruled = sumOf(
    VAT.map((code) =>
      vatAmount(sumOf(read.filter(({ vatCode }) => vatCode === code).map(({ amount }) => amount)), code as VatCode),
    ),
  );
  const vat = vatTyped === null ? { ok: true as const, wire: String(ruled) } : typed.money(vatTyped);
  const set = (id: string, change: Partial<TypedLine>) => setLines({ ...lines, [id]: { ...lines[id]!, ...change } });
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    setFile({ name: chosen.name });
    const answer = await uploadEInvoice(request.id, chosen);
    if ('refused' in answer) return setFile({ name: chosen.name, refused: answer.refused || t('upload.failed') });
    setFile({ name: chosen.name, read: answer });
    setSymbol(answer.symbol);
    setNumber(answer.number);
    setLookupCode(answer.lookupCode ?? '');
    setIssuedOn(answer.issuedOn);
    setVatTyped(bare(answer.vatAmount));
    setLines(
      Object.fromEntries(
        request.lines.map((line) => {
          const found = answer.lines.find(({ requestLineId }) => requestLineId === line.id);
          return [
            line.id,
            found
              ? {
                  qty: f.quantity(found.qty, '').trim(),
                  unitPrice: bare(found.unitPrice),
                  vatCode: found.vatCode ?? line.vatCode,
                }
              : { qty: '', unitPrice: bare(line.unitPrice), vatCode: line.vatCode },
          ];
        }),
      ),
    );
  };
  const send = () => {
    const wrong = read
      .map(({ qty, unitPrice }) => (!qty.ok ? qty.message : !unitPrice.ok ? unitPrice.message : null))
      .find(Boolean);
    const sound = form.check({
      symbol: symbol.trim() ? null : t('form.required'),
      number: number.trim() ? null : t('form.required'),
      issuedOn: issuedOn ? null : t('form.required'),
      lines: wrong ?? (read.length === 0 ? t('record.noLine') : null),
      vatAmount: vat.ok ? null : vat.message,
    });
    if (!sound || !vat.ok) return;
    const sent = read.flatMap(({ line, qty, unitPrice, vatCode, amount }) =>
      qty.ok && unitPrice.ok
        ? [{ requestLineId: line.id, qty: qty.wire, unitPrice: unitPrice.wire, amount: String(amount), vatCode }]
        : [],
    );
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        paymentRequestId: request.id,
        version: request.version,
        symbol,
        number,
        lookupCode: lookupCode.trim() || null,
        issuedOn,
        lines: sent,
        vatAmount: vat.wire,
        total: String(net + BigInt(vat.wire)),
        fileId: file?.read?.fileId ?? null,
        replacesId,
      },
    }));
  };
  const differing = file?.read?.compared.filter(({ isEqual }) => !isEqual).length ?? 0;
  return (
    <Stack gap="large">
      <Section title={t('record.fromXml')}>
        <Stack>
          <FileDrop
            id="xml"
            chooseLabel={t('record.choose')}
            dropLabel={t('record.drop')}
            hint={t('record.xmlHint')}
            accept=".xml"
            files={file ? [{ id: file.name, name: file.name, error: file.refused }] : []}
            removeLabel={(one) => t('record.remove', { name: one.name })}
            onRemove={() => setFile(null)}
            onAdd={(files) => void take(files[0])}
          />
          {file?.read && (
            <>
              <Notice tone={differing > 0 ? 'warning' : 'success'} title={t('record.compared', { count: differing })}>
                {t('record.comparedDetail')}
              </Notice>
              <ComparedTable read={file.read} request={request} />
            </>
          )}
        </Stack>
      </Section>
      <Section title={t('record.byHand')}>
        <Stack>
          <FormErrors form={form} />
          <ConflictDialog form={form} onReload={reload} />
          <FieldRow>
            <Field id="symbol" label={t('invoice.symbol')} hint={t('record.symbolHint')} error={form.errorOf('symbol')} required>
              <TextInput value={symbol} maxLength={12} onChange={(event) => setSymbol(event.target.value)} />
            </Field>
            <Field id="number" label={t('invoice.number')} error={form.errorOf('number')} required>
              <TextInput inputMode="numeric" value={number} maxLength={12} onChange={(event) => setNumber(event.target.value)} />
            </Field>
          </FieldRow>
          <FieldRow>
            <Field id="issuedOn" label={t('invoice.issuedOn')} error={form.errorOf('issuedOn')} required>
              <DateField value={issuedOn} onValueChange={setIssuedOn} max={f.today()} locale={locale} labels={dateLabels} />
            </Field>
            <Field
              id="lookupCode"
              label={t('invoice.lookup')}
              optionalText={t('state.optional')}
              error={form.errorOf('lookupCode')}
            >
              <TextInput value={lookupCode} maxLength={60} onChange={(event) => setLookupCode(event.target.value)} />
            </Field>
          </FieldRow>
        </Stack>
      </Section>
      <Section title={t('invoice.lines')}>
        <Stack>
          {request.lines.map((line, index) => (
            <fieldset key={line.id} className={s.recordLine}>
              <legend>{line.description}</legend>
              <p className={s.small}>
                {t('record.left', {
                  accepted: f.quantity(line.acceptedQty, line.baseUnit),
                  invoiced: f.quantity(line.invoicedQty, line.baseUnit),
                  price: f.vnd(line.unitPrice),
                })}
              </p>
              <FieldRow>
                <Field
                  id={index === 0 ? 'lines' : `qty-${line.id}`}
                  label={t('invoice.qty')}
                  error={index === 0 ? form.errorOf('lines') : undefined}
                >
                  <NumberInput
                    inputMode="text"
                    unit={line.baseUnit}
                    value={lines[line.id]!.qty}
                    onChange={(event) => set(line.id, { qty: event.target.value })}
                  />
                </Field>
                <Field id={`price-${line.id}`} label={t('invoice.unitPrice')}>
                  <NumberInput
                    inputMode="text"
                    unit="₫"
                    value={lines[line.id]!.unitPrice}
                    onChange={(event) => set(line.id, { unitPrice: event.target.value })}
                  />
                </Field>
                <Field id={`vat-${line.id}`} label={t('invoice.vatRate')}>
                  <Select
                    value={lines[line.id]!.vatCode}
                    onChange={(event) => set(line.id, { vatCode: event.target.value })}
                    options={VAT.map((code) => ({
                      value: code,
                      label: code === 'KCT' || code === 'KKKNT' ? t(`invoice.vatCode.${code}`) : `${code} %`,
                    }))}
                  />
                </Field>
              </FieldRow>
            </fieldset>
          ))}
          <FieldRow>
            <Field
              id="vatAmount"
              label={t('record.vat')}
              hint={t('record.vatHint', { vat: f.vnd(ruled) })}
              error={form.errorOf('vatAmount')}
            >
              <NumberInput
                inputMode="text"
                unit="₫"
                value={vatTyped ?? bare(ruled)}
                onChange={(event) => setVatTyped(event.target.value)}
              />
            </Field>
          </FieldRow>
          <p className={s.sum} id="total" tabIndex={-1}>
            {t('record.total')} <b>{f.vnd(net + (vat.ok ? BigInt(vat.wire) : 0n))}</b>
          </p>
          <div>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('record.send')}
            </Button>
          </div>
          <p className={s.small}>{t('invoice.notOurs')}</p>
        </Stack>
      </Section>
    </Stack>
  );
}
