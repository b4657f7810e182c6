import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, Link, Stack, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import type { MergePartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useMe } from '../../shared/session/session';
import { MergesDocument } from './merge-operations';
import { MergeDecision, type Decision } from './merge-decision';
import s from './review.module.css';

/** Proposals to make two registrations one: the open ones with what one may do, then the last decisions. */
export function MergeProposals() {
  const t = useText(organizations);
  const query = useQuery(MergesDocument);
  return (
    <AsyncScreen
      query={query}
      count={1}
      empty={(data) => (data.organizationMerges.length === 0 ? <EmptyState title={t('merge.noOpen')} /> : null)}
    >
      {(data) => (
        <Stack>
          {data.organizationMerges.map((merge) => (
            <Proposal key={merge.id} merge={merge} onReload={() => void query.refetch()} />
          ))}
        </Stack>
      )}
    </AsyncScreen>
  );
}

function Proposal({ merge, onReload }: { merge: MergePartsFragment; onReload: () => void }) {
  const t = useText(organizations);
  const f = useFormats();
  const me = useMe();
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const isMine = merge.proposedById === me.userId;
  const isOpen = merge.status === 'PROPOSED';
  return (
    <div>
      <p>
        <Link href={`/organizations/${merge.duplicate.id}`}>{merge.duplicate.name}</Link> →{' '}
        <Link href={`/organizations/${merge.survivor.id}`}>{merge.survivor.name}</Link>
      </p>
      <p className={s.soft}>
        {t('merge.by', { name: merge.proposedByName, at: f.dateTime(merge.proposedAt), reason: merge.reason })}
      </p>
      {!isOpen && (
        <StatusMark tone={merge.status === 'APPROVED' ? 'success' : 'neutral'}>
          {[t(`merge.status.${merge.status}`), merge.decidedByName, f.date(merge.decidedAt), merge.decisionNote]
            .filter(Boolean)
            .join(' · ')}
        </StatusMark>
      )}
      {isOpen && isMine && <p>{t('merge.mine')}</p>}
      {isOpen && (
        <Cluster>
          {isMine ? (
            <Button size="small" onClick={() => setDeciding('withdraw')}>
              {t('merge.withdraw')}
            </Button>
          ) : (
            <>
              <Button size="small" variant="primary" onClick={() => setDeciding('approve')}>
                {t('merge.approve')}
              </Button>
              <Button size="small" onClick={() => setDeciding('refuse')}>
                {t('merge.refuse')}
              </Button>
            </>
          )}
        </Cluster>
      )}
      {deciding && (
        <MergeDecision
          merge={merge}
          decision={deciding}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setDeciding(null);
            onReload();
          }}
        />
      )}
    </div>
  );
}
