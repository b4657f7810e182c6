import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, FilterChips, LinkButton, PageHeader, Section } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PaperFragment } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { ocop } from '../../shared/messages/vi/ocop';
import { papers as words } from '../../shared/messages/vi/papers';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { ImportLink } from '../../shared/screen/import-link';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe, useSession } from '../../shared/session/session';
import { CertificateForm } from './certificate-form';
import { MyCertificatesDocument } from './certificate-operations';
import { emptyPaper, valuesOf } from './certificate-values';
import { PaperList } from './paper-list';
import { ReadinessGaps } from './readiness-gaps';
import { WithdrawDialog } from './withdraw-dialog';
import s from './certificates.module.css';

const both = { ...words, ...ocop };

/** What a cooperative can prove: what needs its hand first, what runs with its last day, what was. */
export default function CertificatesScreen() {
  const t = useText(words);
  const query = useQuery(MyCertificatesDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageTitle>{t('papers.title')}</PageTitle>
      <AsyncScreen query={query} count={4}>
        {(data) => <Papers papers={data.myCertificates} onChanged={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

/** What a paper asks of its holder; the chips of the screen and the file go by the same groups. */
const GROUPS = {
  mend: ['RETURNED'],
  waiting: ['DECLARED'],
  running: ['VALID', 'EXPIRING_SOON'],
  over: ['EXPIRED', 'REVOKED', 'SUPERSEDED'],
} as const satisfies Record<string, readonly PaperFragment['state'][]>;
type Group = keyof typeof GROUPS;
const NAMES = Object.keys(GROUPS) as Group[];
const TITLES = {
  mend: 'papers.toMend',
  waiting: 'papers.waiting',
  running: 'papers.running',
  over: 'papers.history',
} as const satisfies Record<Group, string>;

function Papers({ papers, onChanged }: { papers: readonly PaperFragment[]; onChanged: () => void }) {
  const t = useText(both);
  const me = useMe();
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const [withdrawing, setWithdrawing] = useState<PaperFragment | null>(null);
  const byId = (id: string | null) => papers.find((paper) => paper.id === id);
  const correcting = byId(params.get('correct'));
  const renewed = byId(params.get('renew'));
  const kind = params.get('declare') ?? renewed?.kind;
  const open = may('certificate.declare', { ownerOrgId: me.organization.id }) && (correcting !== undefined || kind !== undefined);
  const shown = NAMES.find((name) => name === params.get('show')) ?? null;
  const close = () => setParams(shown ? { show: shown } : {}, { replace: true });
  const start = (next: Record<string, string>) => {
    setParams(next);
    window.scrollTo({ top: 0 });
  };
  const section = (title: string, list: readonly PaperFragment[], empty?: string) =>
    (list.length > 0 || empty) && (
      <Section title={title} meta={list.length > 0 ? String(list.length) : undefined}>
        {list.length === 0 ? <EmptyState title={empty!} /> : table(title, list)}
      </Section>
    );
  const table = (caption: string, list: readonly PaperFragment[]) => (
    <PaperList
      caption={caption}
      papers={list}
      onCorrect={({ id }) => start({ correct: id })}
      onRenew={({ id }) => start({ renew: id })}
      onWithdraw={setWithdrawing}
    />
  );
  const of = (group: Group) => papers.filter(({ state }) => (GROUPS[group] as readonly string[]).includes(state));
  const over = of('over');
  return (
    <>
      <PageHeader
        title={t('papers.title')}
        meta={t('papers.lead')}
        actions={
          may('certificate.declare', { ownerOrgId: me.organization.id }) &&
          !open && (
            <Cluster>
              <ExportButton list="certificates" filter={{ show: shown }} />
              <ImportLink kind="CERTIFICATES" />
              <LinkButton href="/certificates/ocop">{t('ocop.open')}</LinkButton>
              <Button variant="primary" icon={<Plus />} onClick={() => start({ declare: 'OCOP' })}>
                {t('certificate.declare')}
              </Button>
            </Cluster>
          )
        }
      />
      {open && (
        <CertificateForm
          key={`${correcting?.id ?? 'new'} ${kind ?? ''}`}
          id={correcting?.id ?? null}
          initial={correcting ? valuesOf(correcting) : emptyPaper(kind, params.get('product') ?? renewed?.productId ?? '')}
          onCancel={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      )}
      {papers.length === 0 && !open ? (
        <EmptyState title={t('papers.none')} />
      ) : (
        <>
          <FilterChips
            label={t('papers.filter')}
            chips={NAMES.map((key) => ({ key, label: `${t(TITLES[key])} (${of(key).length})`, selected: key === shown }))}
            onToggle={(key) => setParams(key === shown ? {} : { show: key }, { replace: true })}
          />
          {shown ? (
            section(t(TITLES[shown]), of(shown), t('papers.noneShown'))
          ) : (
            <>
              {section(t('papers.toMend'), of('mend'))}
              <ReadinessGaps />
              {section(t('papers.waiting'), of('waiting'))}
              {section(t('papers.running'), of('running'), t('papers.noneRunning'))}
              {over.length > 0 && (
                <details className={s.more}>
                  <summary>{t('papers.historyCount', { count: over.length })}</summary>
                  {table(t('papers.history'), over)}
                </details>
              )}
            </>
          )}
        </>
      )}
      {withdrawing && <WithdrawDialog paper={withdrawing} onClose={() => setWithdrawing(null)} onDone={onChanged} />}
    </>
  );
}
