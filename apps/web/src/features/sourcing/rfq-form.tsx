import { useApolloClient, useQuery } from '@apollo/client/react';
import {
  Button,
  Cluster,
  DateField,
  Field,
  FieldRow,
  FileDrop,
  OrderGrid,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  Stack,
  TextArea,
  TextInput,
  toast,
  useNarrow,
  type GridColumn,
  type GridMessage,
} from '@lienket/ui';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskableProductsQuery, OrganizationPartsFragment, PriceBasis, RfqPageFragment, RfqRhythm } from '../../gql/graphql';
import { useUpload } from '../../shared/files/use-upload';
import { ConflictDialog, DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { Invitees } from './invitees';
import { isBlankRow, lineInput, newRfqRow, pastedRows, rowProblem, type RfqRowDraft } from './rfq-rows';
import { AgreedPlacesDocument, AskableProductsDocument, RfqSaveDocument, RfqSendDocument } from './sourcing.operations';
import { useGridWords } from './use-grid-words';
import s from './sourcing.module.css';

export interface RfqValues {
  title: string;
  per: RfqRhythm;
  rows: RfqRowDraft[];
  basis: PriceBasis;
  deliveryLocationId: string;
  periodFrom: string;
  periodTo: string;
  deadline: string;
  note: string;
  invited: OrganizationPartsFragment[];
  files: { id: string; name: string }[];
}

type Askable = AskableProductsQuery['askableProducts'][number];
const rhythms: RfqRhythm[] = ['TOTAL', 'DELIVERY', 'WEEK'];
const bases: PriceBasis[] = ['EXW', 'DC', 'STORE'];

interface RfqFormProps {
  initial: RfqValues;
  /** What a new request was prefilled with: the draft of another one is not taken up in its place. */
  source?: string;
  draft?: RfqPageFragment;
  reload?: () => void;
}

/** Goods in a sheet, when and where, by when, and whom to ask. Saved as a draft at any time, sent when complete. */
export function RfqForm({ initial, source = '', draft, reload }: RfqFormProps) {
  const t = useText(sourcing);
  const f = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const client = useApolloClient();
  const numbers = useTypedNumbers();
  const dateLabels = useDateLabels();
  const gridWords = useGridWords();
  const upload = useUpload();
  const { values, set, drop, savedAt } = useDraft<RfqValues>(`rfq-${draft?.id ?? `new${source}`}`, initial);
  const [tried, setTried] = useState(false);
  const places = useQuery(AgreedPlacesDocument).data?.myOrganization.locations ?? [];
  const place = values.deliveryLocationId || (places.length === 1 ? places[0]!.id : '');
  const saving = useMutationForm(RfqSaveDocument, {
    form: `rfq-save-${draft?.id ?? 'new'}`,
    pick: (data) => data.rfqSave,
    stale: ['rfqs', 'rfq'],
  });
  const sending = useMutationForm(RfqSendDocument, {
    form: `rfq-send-${draft?.id ?? 'new'}`,
    pick: (data) => data.rfqSend,
    stale: ['rfqs', 'workItems'],
    onDone: (rfq) => {
      toast.success(t('rfqForm.sent', { number: rfq.number }));
      void navigate(`/rfqs/${rfq.id}`);
    },
  });

  const words = useMemo(
    () => ({
      quantity: numbers.quantity,
      goods: t('rfqForm.err.goods'),
      unit: t('rfqForm.err.unit'),
      times: t('rfqForm.err.times'),
    }),
    [numbers, t],
  );
  const asked = values.rows.filter((row) => !isBlankRow(row));
  const problems = asked.flatMap((row) => {
    const problem = rowProblem(row, values.per, words);
    return problem ? [{ row, problem }] : [];
  });
  const messages = useMemo(() => {
    const refused = new Map(saving.failure.rows.map((refusal) => [asked[refusal.row]?.id, refusal.message]));
    return Object.fromEntries(
      asked.flatMap((row) => {
        const own = tried ? problems.find((problem) => problem.row.id === row.id)?.problem : undefined;
        const text = own?.message ?? refused.get(row.id);
        return text ? [[row.id, [{ tone: 'danger', text, columnKey: own?.column } satisfies GridMessage]]] : [];
      }),
    );
  }, [asked, problems, saving.failure.rows, tried]);

  const load = useCallback(
    async (search: string, signal: AbortSignal) => {
      const { data } = await client.query({
        query: AskableProductsDocument,
        variables: { search },
        context: { fetchOptions: { signal } },
        fetchPolicy: 'network-only',
      });
      return (data?.askableProducts ?? []).map((found) => ({
        value: found.product.id,
        label: found.product.nameVi,
        detail: found.seller.shortName,
        found,
      }));
    },
    [client],
  );
  const columns = useMemo((): GridColumn<RfqRowDraft>[] => {
    const listed = (row: RfqRowDraft) => !row.productId;
    return [
      { key: 'goods', header: t('rfqForm.goods'), kind: 'text', placeholder: t('rfqForm.goodsHint') },
      {
        key: 'qty',
        header: t(`rfqForm.qty${values.per}`),
        kind: 'number',
        width: 136,
        align: 'end',
      },
      { key: 'unit', header: t('rfqForm.unit'), kind: 'text', width: 88, editable: listed },
      ...(values.per === 'TOTAL'
        ? []
        : [
            {
              key: 'times',
              header: t(values.per === 'WEEK' ? 'rfqForm.weeks' : 'rfqForm.times'),
              kind: 'number' as const,
              width: 96,
              align: 'end' as const,
            },
          ]),
      { key: 'spec', header: t('rfqForm.spec'), kind: 'text' },
      {
        key: 'productId',
        header: t('rfqForm.product'),
        kind: 'combobox',
        placeholder: t('rfqForm.productAny'),
        loadOptions: load,
        selected: (row) => (row.productId ? { value: row.productId, label: row.productName } : null),
        toText: (row) => row.productName,
        render: (row) => row.productName,
        pick: (row, option) => {
          const found = (option as { found?: Askable } | null)?.found;
          return found
            ? {
                productId: found.product.id,
                productName: found.product.nameVi,
                goods: row.goods || found.product.nameVi,
                unit: found.product.baseUnit,
              }
            : { productId: '', productName: '' };
        },
      },
    ];
  }, [t, values.per, load]);

  const input = (clientKey: string) => ({
    input: {
      clientKey,
      id: draft?.id ?? null,
      version: draft?.version ?? null,
      title: values.title.trim(),
      basis: values.basis,
      deliveryLocationId: place || null,
      periodFrom: values.periodFrom || null,
      periodTo: values.periodTo || null,
      // Offices close at five in the afternoon.
      deadlineAt: values.deadline ? `${values.deadline}T10:00:00.000Z` : null,
      note: values.note.trim() || null,
      lines: asked.map((row) => lineInput(row, values.per, numbers.quantity)),
      inviteeIds: values.invited.map(({ id }) => id),
      fileIds: values.files.map(({ id }) => id),
    },
  });
  const rowErrors = Object.fromEntries(
    problems.map(({ row, problem }) => [
      `lines.${row.id}`,
      t('rfqForm.err.row', { row: values.rows.indexOf(row) + 1, message: problem.message }),
    ]),
  );
  const save = async () => {
    setTried(true);
    if (!saving.check({ title: values.title.trim() ? null : t('rfqForm.err.name'), ...rowErrors })) return;
    const saved = await saving.submit(input);
    if (!saved) return;
    drop();
    toast.success(t('rfqForm.saved'));
    void navigate(`/rfqs/${saved.id}/edit`, { replace: true });
  };
  const send = async () => {
    setTried(true);
    const complete = saving.check({
      title: values.title.trim() ? null : t('rfqForm.err.name'),
      lines: asked.length ? null : t('rfqForm.err.lines'),
      ...rowErrors,
      deadlineAt: values.deadline ? null : t('rfqForm.err.deadline'),
      inviteeIds: values.invited.length ? null : t('rfqForm.err.invite'),
    });
    if (!complete) return;
    const saved = await saving.submit(input);
    if (!saved) return;
    const sent = await sending.submit((clientKey) => ({ input: { clientKey, id: saved.id, version: saved.version } }));
    drop();
    if (!sent) void navigate(`/rfqs/${saved.id}/edit`, { replace: true });
  };
  const addFiles = async (files: File[]) => {
    for (const file of files) {
      const stored = await upload.send(file);
      if (stored) set(({ files: kept }) => ({ files: [...kept, { id: stored.id, name: file.name }] }));
    }
  };

  return (
    <>
      <PageHeader back={{ href: '/rfqs', label: t('rfq.back') }} title={t(draft ? 'rfqForm.edit' : 'rfqForm.title')} />
      <Stack>
        <FormErrors form={saving} fieldId={(field) => (field.startsWith('lines') || /^\d/.test(field) ? 'lines' : field)} />
        <FormErrors form={sending} />
        <ConflictDialog form={saving} onReload={() => reload?.()} />
        <DraftNote savedAt={savedAt} onDrop={() => drop()} />
        <Field id="title" label={t('rfqForm.name')} hint={t('rfqForm.nameHint')} error={saving.errorOf('title')} required>
          <TextInput value={values.title} maxLength={200} onChange={(event) => set({ title: event.target.value })} />
        </Field>
        <RadioGroup
          legend={t('rfqForm.per')}
          inline
          name="rfq-per"
          options={rhythms.map((value) => ({ value, label: t(`rfqPer.${value}`) }))}
          value={values.per}
          onValueChange={(per) => set({ per: per as RfqRhythm })}
        />
      </Stack>
      <Section title={t('rfqForm.lines')} meta={t('rfqForm.linesHint')}>
        <div id="lines" tabIndex={-1}>
          <OrderGrid
            label={t('rfqForm.lines')}
            columns={columns}
            rows={values.rows}
            onRowsChange={(rows) => set({ rows })}
            newRow={newRfqRow}
            canRemoveRows
            messages={messages}
            onPaste={(cells, atRow, atColumn) => {
              if (atColumn !== 0 || cells.length === 0) return undefined;
              const pasted = pastedRows(cells.map((row) => row.join('\t')).join('\n'), locale);
              const rows = [...values.rows];
              pasted.forEach((row, offset) => {
                rows[atRow + offset] = { ...(rows[atRow + offset] ?? newRfqRow()), ...row };
              });
              return rows;
            }}
            cardTitle={narrow ? (row, index) => row.goods || `${t('rfqForm.goods')} ${index + 1}` : undefined}
            locale={locale}
            labels={gridWords}
          />
        </div>
      </Section>
      <Section title={t('rfqForm.invite')} meta={t('rfqForm.inviteHint')}>
        <Invitees
          invited={values.invited}
          onChange={(invited) => set({ invited })}
          productIds={asked.flatMap(({ productId }) => productId || [])}
          error={saving.errorOf('inviteeIds')}
        />
      </Section>
      <Section title={t('rfqForm.period')}>
        <Stack>
          <FieldRow>
            <Field
              id="deadlineAt"
              label={t('rfqForm.deadline')}
              hint={t('rfqForm.deadlineHint')}
              error={saving.errorOf('deadlineAt')}
              required
            >
              <DateField
                value={values.deadline}
                onValueChange={(deadline) => set({ deadline })}
                min={f.today()}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
            <Field
              id="periodFrom"
              label={t('rfqForm.from')}
              optionalText={t('state.optional')}
              error={saving.errorOf('periodFrom')}
            >
              <DateField
                value={values.periodFrom}
                onValueChange={(periodFrom) => set({ periodFrom })}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
            <Field id="periodTo" label={t('rfqForm.to')} optionalText={t('state.optional')} error={saving.errorOf('periodTo')}>
              <DateField
                value={values.periodTo}
                onValueChange={(periodTo) => set({ periodTo })}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
          </FieldRow>
          <FieldRow>
            <Field
              id="deliveryLocationId"
              label={t('rfqForm.place')}
              optionalText={t('state.optional')}
              error={saving.errorOf('deliveryLocationId')}
            >
              <Select
                value={place}
                onChange={(event) => set({ deliveryLocationId: event.target.value })}
                placeholder={t('rfqForm.placeChoose')}
                options={places.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }))}
              />
            </Field>
            <Field id="basis" label={t('rfqForm.basis')}>
              <Select
                value={values.basis}
                onChange={(event) => set({ basis: event.target.value as PriceBasis })}
                options={bases.map((value) => ({ value, label: t(`rfqBasis.${value}`) }))}
              />
            </Field>
          </FieldRow>
          <Field id="note" label={t('rfqForm.note')} optionalText={t('state.optional')} error={saving.errorOf('note')}>
            <TextArea value={values.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
          </Field>
          <Field
            id="fileIds"
            label={t('rfqForm.files')}
            optionalText={t('state.optional')}
            error={upload.error ?? saving.errorOf('fileIds')}
          >
            <FileDrop
              chooseLabel={t('rfqForm.addFile')}
              removeLabel={(item) => t('rfqForm.removeFile', { name: item.name })}
              multiple
              accept="application/pdf,image/*"
              disabled={upload.sending}
              files={values.files}
              onAdd={(files) => void addFiles(files)}
              onRemove={(id) => set(({ files }) => ({ files: files.filter((file) => file.id !== id) }))}
            />
          </Field>
        </Stack>
      </Section>
      <div className={s.send}>
        <Cluster>
          <Button variant="primary" loading={saving.busy || sending.busy} onClick={() => void send()}>
            {t('rfqForm.send')}
          </Button>
          <Button loading={saving.busy} onClick={() => void save()}>
            {t('rfqForm.save')}
          </Button>
        </Cluster>
      </div>
    </>
  );
}
