import { useQuery } from '@apollo/client/react';
import { Button, Cluster, Link, LinkButton, Section, Stack, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import type { AgreementPetitionsQuery } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { blocked } from '../messages/vi/blocked';
import { useSession } from '../session/session';
import s from './alerts.module.css';
import { BlockDialog, UnblockDialog } from './block-dialogs';
import { AgreementPetitionsDocument } from './blocked.operations';
import { MoneyWaiting } from './money-waiting';

type Petition = AgreementPetitionsQuery['petitionsBlocking'][number];

/** What an agreement waits for and the money at stake; officers link and end, a cooperative may file. */
export function AgreementPetitions({ mouId }: { mouId: string }) {
  const t = useText(blocked);
  const f = useFormats();
  const { me, may } = useSession();
  const [open, setOpen] = useState<'link' | Petition | null>(null);
  const { data } = useQuery(AgreementPetitionsDocument, { variables: { mouId } });
  const manages = may('petition.manage');
  const files = Boolean(me) && may('petition.file', { ownerOrgId: me!.organization.id });
  if (!data || (data.petitionsBlocking.length === 0 && !manages && !files)) return null;
  const close = () => setOpen(null);
  return (
    <Section
      id="petitions"
      title={t('blocked.title')}
      actions={
        <Cluster>
          {manages && (
            <Button size="small" onClick={() => setOpen('link')}>
              {t('blocked.link')}
            </Button>
          )}
          {files && (
            <LinkButton size="small" href={`/petitions/new?mou=${mouId}`}>
              {t(manages ? 'blocked.raise' : 'blocked.file')}
            </LinkButton>
          )}
        </Cluster>
      }
    >
      {data.petitionsBlocking.length === 0 ? (
        <p className={s.soft}>{t('blocked.none')}</p>
      ) : (
        <Stack>
          <MoneyWaiting waiting={data.agreementWaiting} />
          <ul className={s.list} aria-label={t('blocked.lead')}>
            {data.petitionsBlocking.map((petition) => (
              <li key={petition.id} className={s.alert}>
                <div className={s.head}>
                  <Link href={`/petitions/${petition.id}`}>{petition.number}</Link>
                  {petition.overdue && <StatusMark tone="danger">{t('blocked.overdue')}</StatusMark>}
                  <span className={s.soft}>
                    {petition.department?.name ?? t('blocked.notAssigned')}
                    {petition.answerBefore && ` · ${t('blocked.before', { day: f.date(petition.answerBefore) })}`}
                  </span>
                </div>
                {petition.content && <p className={s.line}>{petition.content}</p>}
                {manages && (
                  <Cluster>
                    <Button size="small" variant="quiet" onClick={() => setOpen(petition)}>
                      {t('blocked.unlink')}
                    </Button>
                  </Cluster>
                )}
              </li>
            ))}
          </ul>
        </Stack>
      )}
      {open === 'link' && <BlockDialog mouId={mouId} onClose={close} />}
      {open && open !== 'link' && <UnblockDialog mouId={mouId} petition={open} onClose={close} />}
    </Section>
  );
}
