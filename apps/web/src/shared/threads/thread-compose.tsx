import { MESSAGE_FILES_MAX, MESSAGE_MAX } from '@lienket/domain';
import { Button, Cluster, Field, FileDrop, Stack, TextArea } from '@lienket/ui';
import { useState } from 'react';
import type { ThreadDocument } from '../../gql/graphql';
import { useUpload } from '../files/use-upload';
import { FormErrors } from '../forms/form-parts';
import { useMutationForm } from '../forms/use-mutation-form';
import { useText } from '../i18n/use-text';
import { threads } from '../messages/vi/threads';
import { ThreadMessageSendDocument } from './thread.operations';

interface ThreadComposeProps {
  documentType: ThreadDocument;
  documentId: string;
  stale?: readonly string[];
  onSent: () => void;
}

/** Words, files, or both. */
export function ThreadCompose({ documentType, documentId, stale, onSent }: ThreadComposeProps) {
  const t = useText(threads);
  const [body, setBody] = useState('');
  const [files, setFiles] = useState<{ id: string; name: string }[]>([]);
  const upload = useUpload();
  const form = useMutationForm(ThreadMessageSendDocument, {
    form: `thread-${documentType}-${documentId}`,
    pick: (data) => data.threadMessageSend,
    stale,
    onDone: () => {
      setBody('');
      setFiles([]);
      onSent();
    },
  });
  const send = () => {
    if (!form.check({ body: body.trim() || files.length ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({
      input: { clientKey, documentType, documentId, body: body.trim(), fileIds: files.map(({ id }) => id) },
    }));
  };
  const add = async (added: File[]) => {
    for (const file of added.slice(0, MESSAGE_FILES_MAX - files.length)) {
      const stored = await upload.send(file);
      if (stored) setFiles((all) => [...all, { id: stored.id, name: file.name }]);
    }
  };
  const id = `thread-${documentId}`;
  return (
    <Stack>
      <FormErrors form={form} fieldId={(field) => (field === 'fileIds' ? `${id}-files` : `${id}-${field}`)} />
      <Field id={`${id}-body`} label={t('thread.write')} error={form.errorOf('body')}>
        <TextArea value={body} rows={2} maxLength={MESSAGE_MAX} onChange={(event) => setBody(event.target.value)} />
      </Field>
      <Field
        id={`${id}-files`}
        label={t('thread.files')}
        optionalText={t('state.optional')}
        error={upload.error ?? form.errorOf('fileIds')}
      >
        <FileDrop
          chooseLabel={t('thread.choose')}
          hint={t('thread.filesHint', { max: MESSAGE_FILES_MAX })}
          removeLabel={(item) => t('thread.remove', { name: item.name })}
          accept="application/pdf,image/*"
          multiple
          disabled={upload.sending || files.length >= MESSAGE_FILES_MAX}
          files={files}
          onAdd={(added) => void add(added)}
          onRemove={(removed) => setFiles((all) => all.filter((file) => file.id !== removed))}
        />
      </Field>
      <Cluster>
        <Button loading={form.busy || upload.sending} onClick={send}>
          {t('thread.send')}
        </Button>
      </Cluster>
    </Stack>
  );
}
