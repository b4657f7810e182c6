import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, Field, FileDrop, Link, Stack, TextArea } from '@lienket/ui';
import { useState } from 'react';
import { useUpload } from '../../shared/files/use-upload';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { RfqMessageSendDocument, RfqMessagesDocument } from './sourcing.operations';
import s from './sourcing.module.css';

/** The talk between the buyer and one cooperative; nobody else reads it. */
export function Thread({ rfqId, sellerOrgId }: { rfqId: string; sellerOrgId: string }) {
  const t = useText(sourcing);
  const f = useFormats();
  const [body, setBody] = useState('');
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const upload = useUpload();
  const query = useQuery(RfqMessagesDocument, { variables: { rfqId, sellerOrgId }, fetchPolicy: 'cache-and-network' });
  const form = useMutationForm(RfqMessageSendDocument, {
    form: `rfq-message-${rfqId}-${sellerOrgId}`,
    pick: (data) => data.rfqMessageSend,
    stale: ['rfqs'],
    onDone: () => {
      setBody('');
      setFile(null);
      void query.refetch();
    },
  });
  const send = () => {
    if (!form.check({ body: body.trim() || file ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, rfqId, sellerOrgId, body: body.trim(), fileId: file?.id ?? null } }));
  };
  const add = async ([first]: File[]) => {
    const stored = first && (await upload.send(first));
    if (stored) setFile({ id: stored.id, name: first.name });
  };
  return (
    <Stack>
      <AsyncScreen query={query} empty={(data) => data.rfqMessages.length === 0 && <EmptyState title={t('rfqThread.empty')} />}>
        {({ rfqMessages }) => (
          <ol className={s.messages}>
            {[...rfqMessages].reverse().map((message) => (
              <li key={message.id} className={s.message} data-mine={message.mine || undefined}>
                <span className={s.under}>
                  {message.mine ? t('rfqThread.you') : `${message.authorName ?? ''}, ${message.orgName}`} ·{' '}
                  {f.dateTime(message.at)}
                  {message.mine && message.read && ` · ${t('rfqThread.read')}`}
                </span>
                {message.body}
                {message.file && <Link href={`/files/${message.file.id}`}>{message.file.name}</Link>}
              </li>
            ))}
          </ol>
        )}
      </AsyncScreen>
      <FormErrors form={form} />
      <Field id="body" label={t('rfqThread.write')} error={form.errorOf('body')}>
        <TextArea value={body} rows={2} maxLength={2000} onChange={(event) => setBody(event.target.value)} />
      </Field>
      <Field id="fileId" label={t('rfqThread.file')} optionalText={t('state.optional')} error={upload.error ?? undefined}>
        <FileDrop
          chooseLabel={t('rfqForm.addFile')}
          removeLabel={(item) => t('rfqForm.removeFile', { name: item.name })}
          accept="application/pdf,image/*"
          disabled={upload.sending}
          files={file ? [file] : []}
          onAdd={(files) => void add(files)}
          onRemove={() => setFile(null)}
        />
      </Field>
      <Cluster>
        <Button loading={form.busy} onClick={send}>
          {t('rfqThread.send')}
        </Button>
      </Cluster>
    </Stack>
  );
}
