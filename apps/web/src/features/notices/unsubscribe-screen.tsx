import { NOTICE_GROUPS } from '@lienket/domain';
import { Button, EmptyState, LinkButton, Notice, PageHeader, Skeleton, Stack } from '@lienket/ui';
import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { NoticeGroup } from '../../gql/graphql';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { notices } from '../../shared/messages/vi/notices';
import { FailureState } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';

interface Answer {
  state: 'VALID' | 'EXPIRED' | 'FORGED';
  group: NoticeGroup | 'DIGEST' | null;
}

type Stage = { at: 'asking' } | { at: 'failed' } | { at: 'known'; answer: Answer } | { at: 'done'; answer: Answer };

/** The page behind the link of a letter: one button, no sign-in. */
export default function UnsubscribeScreen() {
  const t = useText(notices);
  const { token = '' } = useParams();
  const [stage, setStage] = useState<Stage>({ at: 'asking' });
  const ask = useCallback(
    async (method: 'GET' | 'POST') => {
      try {
        const response = await fetch(`/mail/unsubscribe/${encodeURIComponent(token)}`, { method });
        const answer: Answer =
          response.status < 500 && response.headers.get('content-type')?.includes('json')
            ? ((await response.json()) as Answer)
            : { state: 'FORGED', group: null };
        setStage({ at: method === 'POST' ? 'done' : 'known', answer });
      } catch {
        setStage({ at: 'failed' });
      }
    },
    [token],
  );
  useEffect(() => void ask('GET'), [ask]);
  return (
    <>
      <PageTitle>{t('unsubscribe.title')}</PageTitle>
      {stage.at === 'asking' ? (
        <Skeleton kind="text" count={3} label={t('state.loading')} />
      ) : stage.at === 'failed' ? (
        <FailureState error={new TypeError('network')} onRetry={() => void ask('GET')} />
      ) : (
        <Wish answer={stage.answer} done={stage.at === 'done'} onLeave={() => void ask('POST')} />
      )}
    </>
  );
}

function Wish({ answer: { state, group }, done, onLeave }: { answer: Answer; done: boolean; onLeave: () => void }) {
  const t = useText(notices);
  const { locale } = useLanguage();
  const settings = <LinkButton href="/notices/settings">{t('notices.settings')}</LinkButton>;
  if (state !== 'VALID' || !group) {
    const why = state === 'EXPIRED' ? 'expired' : 'wrong';
    return <EmptyState wholePage title={t(`unsubscribe.${why}`)} detail={t(`unsubscribe.${why}Detail`)} action={settings} />;
  }
  const title = group === 'DIGEST' ? t('unsubscribe.askDigest') : t('unsubscribe.ask', { group: NOTICE_GROUPS[group][locale] });
  return (
    <>
      <PageHeader title={title} />
      <Stack>
        {done ? (
          <Notice tone="success" live>
            {t('unsubscribe.done')}
          </Notice>
        ) : (
          <div>
            <Button variant="primary" onClick={onLeave}>
              {t('unsubscribe.do')}
            </Button>
          </div>
        )}
        <p>{t('unsubscribe.detail')}</p>
        <div>{settings}</div>
      </Stack>
    </>
  );
}
