import { useQuery } from '@apollo/client/react';
import { Button, Cluster, LinkButton, Notice, Section, Stack, StatusMark, Table } from '@lienket/ui';
import { useState } from 'react';
import type { CreditAgreementPartsFragment, EvidenceDeskPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { evidence } from '../../shared/messages/vi/evidence';
import { AskDialog, EndDialog, GrantDialog, RefreshDialog } from './evidence-dialogs';
import { EvidenceDeskDocument } from './evidence.operations';
import s from './credit.module.css';

type Consent = EvidenceDeskPartsFragment['consents'][number];
type Open = 'ask' | 'grant' | 'refresh' | 'decline' | 'revoke' | 'cancel';

/** Figures of the borrower's trade between it and the bank; the Alliance sees nothing here. */
export function EvidenceSection({ credit }: { credit: CreditAgreementPartsFragment }) {
  const t = useText(evidence);
  const query = useQuery(EvidenceDeskDocument, { variables: { agreementId: credit.id }, fetchPolicy: 'cache-and-network' });
  const desk = query.data?.evidenceDesk;
  if (query.error && !desk) {
    return (
      <Section title={t('evidence.title')}>
        <Notice tone="danger">{t('evidence.failed')}</Notice>
      </Section>
    );
  }
  if (!desk) return null;
  return (
    <Section title={t('evidence.title')}>
      <Desk key={credit.id} credit={credit} desk={desk} onReload={() => void query.refetch()} />
    </Section>
  );
}

function Desk({
  credit,
  desk,
  onReload,
}: {
  credit: CreditAgreementPartsFragment;
  desk: EvidenceDeskPartsFragment;
  onReload: () => void;
}) {
  const t = useText(evidence);
  const [open, setOpen] = useState<Open | null>(null);
  const standing = desk.consents.find(({ isLive, status }) => isLive || status === 'REQUESTED');
  const past = desk.consents.filter((consent) => consent !== standing);
  const props = { credit, desk, onClose: () => setOpen(null), onReload };
  return (
    <Stack>
      {!standing && <p>{t(desk.isBank ? 'evidence.noneForBank' : 'evidence.none')}</p>}
      {standing && <ConsentFacts consent={standing} />}
      <Cluster>
        {standing?.isLive && desk.mayOpen && (
          <LinkButton variant="primary" href={`/credits/${credit.id}/evidence/${standing.id}`}>
            {t('evidence.open')}
          </LinkButton>
        )}
        {desk.mayGrant && (
          <Button variant={standing ? 'primary' : 'secondary'} onClick={() => setOpen('grant')}>
            {t('evidence.grant')}
          </Button>
        )}
        {desk.mayGrant && standing?.status === 'REQUESTED' && (
          <Button variant="secondary" onClick={() => setOpen('decline')}>
            {t('evidence.decline')}
          </Button>
        )}
        {!desk.isBank && desk.mayManage && standing?.isLive && (
          <>
            <Button variant="secondary" onClick={() => setOpen('refresh')}>
              {t('evidence.refresh')}
            </Button>
            <Button variant="danger" onClick={() => setOpen('revoke')}>
              {t('evidence.revoke')}
            </Button>
          </>
        )}
        {desk.mayAsk && (
          <Button variant="primary" onClick={() => setOpen('ask')}>
            {t('evidence.ask')}
          </Button>
        )}
        {desk.isBank && desk.mayManage && standing?.status === 'REQUESTED' && (
          <Button variant="secondary" onClick={() => setOpen('cancel')}>
            {t('evidence.cancel')}
          </Button>
        )}
      </Cluster>
      {standing && standing.looks.length > 0 && <Looks consent={standing} />}
      {past.length > 0 && <Past consents={past} />}
      {open === 'ask' && <AskDialog {...props} />}
      {open === 'grant' && <GrantDialog {...props} asked={standing} />}
      {open === 'refresh' && standing && <RefreshDialog {...props} consent={standing} />}
      {(open === 'decline' || open === 'revoke' || open === 'cancel') && standing && (
        <EndDialog {...props} step={open} consent={standing} />
      )}
    </Stack>
  );
}

function ConsentFacts({ consent }: { consent: Consent }) {
  const t = useText(evidence);
  const f = useFormats();
  const scopes = (consent.scopes.length ? consent.scopes : consent.askedScopes)
    .map((scope) => t(`evidenceScope.${scope}`))
    .join('; ');
  return (
    <div>
      <StatusMark tone={consent.isLive ? 'success' : 'warning'}>
        {t(consent.isLive ? 'evidence.live' : 'evidence.waiting')}
      </StatusMark>
      <p>{scopes}</p>
      <p className={s.under}>
        {consent.isLive
          ? t('evidence.terms', {
              from: f.date(consent.periodFrom),
              until: f.date(consent.expiresOn),
              cutOff: f.dateTime(consent.packs[0]?.cutOff),
            })
          : t('evidence.askedOn', { day: f.date(consent.askedAt) })}
      </p>
      {consent.askedFor && <p>{t('evidence.askedFor', { words: consent.askedFor })}</p>}
    </div>
  );
}

/** Every look of the bank, the newest first. */
function Looks({ consent }: { consent: Consent }) {
  const t = useText(evidence);
  const f = useFormats();
  return (
    <Table
      caption={t('evidence.looks')}
      rows={consent.looks}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', header: t('evidence.lookAt'), primary: true, cell: (row) => f.dateTime(row.at) },
        { key: 'by', header: t('evidence.lookBy'), cell: (row) => row.by },
        { key: 'form', header: t('evidence.lookForm'), width: 160, cell: (row) => t(`evidenceForm.${row.form}`) },
      ]}
    />
  );
}

function Past({ consents }: { consents: readonly Consent[] }) {
  const t = useText(evidence);
  const f = useFormats();
  return (
    <Table
      caption={t('evidence.past')}
      rows={consents}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'state',
          header: t('evidence.state'),
          primary: true,
          cell: (row) => t(row.isExpired ? 'evidenceStatus.EXPIRED' : `evidenceStatus.${row.status}`),
        },
        { key: 'until', header: t('evidence.until'), width: 150, cell: (row) => f.date(row.endedAt ?? row.expiresOn) },
        { key: 'looks', header: t('evidence.lookCount'), width: 130, numeric: true, cell: (row) => f.count(row.looks.length) },
      ]}
    />
  );
}
