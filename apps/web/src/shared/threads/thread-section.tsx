import { Section } from '@lienket/ui';
import { useText } from '../i18n/use-text';
import { threads } from '../messages/vi/threads';
import { useSession } from '../session/session';
import { ThreadTalk, type ThreadTalkProps } from './thread-talk';

interface ThreadSectionProps extends ThreadTalkProps {
  /** Who stands in the document; nobody else is shown its talk. */
  between: readonly (string | null | undefined)[];
}

/** The talk on the page of a document. */
export function ThreadSection({ between, ...talk }: ThreadSectionProps) {
  const t = useText(threads);
  const { may } = useSession();
  const partyOrgIds = [...new Set(between.filter((id): id is string => Boolean(id)))];
  if (partyOrgIds.length < 2 || !may('thread.talk', { partyOrgIds })) return null;
  return (
    <div data-print="hide">
      <Section id="thread" title={t('thread.title')}>
        <ThreadTalk {...talk} />
      </Section>
    </div>
  );
}
