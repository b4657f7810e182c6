import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Cluster, Link, Stack, toast } from '@lienket/ui';
import { useEffect, useState } from 'react';
import type { ThreadDocument, ThreadMessagePartsFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { threads } from '../messages/vi/threads';
import { AsyncScreen } from '../screen/async-screen';
import { ThreadCompose } from './thread-compose';
import { ThreadDocumentQuery, ThreadReadDocument } from './thread.operations';
import s from './thread.module.css';

export interface ThreadTalkProps {
  documentType: ThreadDocument;
  documentId: string;
  /** Lists of the cache that show how much is unread. */
  stale?: readonly string[];
  /** Opening it is told to the other side even while nothing was said. */
  tellsOpening?: boolean;
}

/** The talk of one document: what was said, who has read it, and a place to answer. Only its parties ask for it. */
export function ThreadTalk({ documentType, documentId, stale, tellsOpening = false }: ThreadTalkProps) {
  const t = useText(threads);
  const place = { documentType, documentId };
  const query = useQuery(ThreadDocumentQuery, { variables: place, fetchPolicy: 'cache-and-network' });
  const [earlier, setEarlier] = useState<{ messages: ThreadMessagePartsFragment[]; hasMore: boolean } | null>(null);
  const [writing, setWriting] = useState(false);
  useReading(place, tellsOpening || Boolean(query.data?.thread.unread), stale);
  const client = useApolloClient();
  const more = async (before: string) => {
    // An older page bears the thread's id too: kept, it would stand in the place of the newest one.
    const { data } = await client.query({ query: ThreadDocumentQuery, variables: { ...place, before }, fetchPolicy: 'no-cache' });
    const page = data?.thread;
    if (page) setEarlier((shown) => ({ messages: [...(shown?.messages ?? []), ...page.messages], hasMore: page.hasEarlier }));
  };
  return (
    <AsyncScreen query={query} skeleton="text" count={2}>
      {({ thread }) => {
        const messages = [...thread.messages, ...(earlier?.messages ?? [])];
        const hasMore = earlier ? earlier.hasMore : thread.hasEarlier;
        const oldest = messages.at(-1);
        return (
          <Stack>
            <p className={s.note}>{t('thread.readers', { names: thread.parties.join(', ') })}</p>
            {hasMore && oldest && (
              <Cluster>
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => void more(oldest.id).catch(() => toast.error(t('error.network')))}
                >
                  {t('thread.earlier')}
                </Button>
              </Cluster>
            )}
            {messages.length > 0 && (
              <ol className={s.messages}>
                {messages.toReversed().map((message) => (
                  <Message key={message.id} message={message} ofTwo={thread.parties.length === 2} />
                ))}
              </ol>
            )}
            {messages.length > 0 || writing ? (
              <ThreadCompose {...place} stale={stale} onSent={() => void query.refetch()} />
            ) : (
              <Cluster>
                <Button size="small" onClick={() => setWriting(true)}>
                  {t('thread.start')}
                </Button>
              </Cluster>
            )}
          </Stack>
        );
      }}
    </AsyncScreen>
  );
}

function Message({ message, ofTwo }: { message: ThreadMessagePartsFragment; ofTwo: boolean }) {
  const t = useText(threads);
  const f = useFormats();
  const read = message.readBy.length > 0 && (ofTwo ? t('thread.read') : t('thread.readBy', { names: message.readBy.join(', ') }));
  return (
    <li className={s.message} data-mine={message.mine || undefined}>
      <span className={s.who}>
        {[
          [message.authorName, !message.mine && message.orgName].filter(Boolean).join(', '),
          f.dateTime(message.at),
          message.mine && read,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {message.body}
      {message.files.length > 0 && (
        <ul className={s.files}>
          {message.files.map((file) => (
            <li key={file.id}>
              <Link href={`/files/${file.id}`}>{file.name}</Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Seen is read, once for what is on the screen; a failure to say so is no trouble of the reader's. */
function useReading(
  { documentType, documentId }: { documentType: ThreadDocument; documentId: string },
  due: boolean,
  stale: readonly string[] = [],
): void {
  const client = useApolloClient();
  const lists = stale.join();
  useEffect(() => {
    if (!due) return;
    const input = { clientKey: crypto.randomUUID(), documentType, documentId };
    void client
      .mutate({ mutation: ThreadReadDocument, variables: { input } })
      .then(() => {
        for (const fieldName of lists.split(',').filter(Boolean)) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
      })
      .catch(() => undefined);
  }, [client, documentType, documentId, due, lists]);
}
