import { StatusMark, type Tone } from '@lienket/ui';
import type { MouPageFragment, SigningRoundState } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { signing } from '../../shared/messages/vi/signing';
import s from './signing.module.css';

const tones: Record<SigningRoundState, Tone> = { OPEN: 'warning', COMPLETED: 'success', REFUSED: 'danger', LAPSED: 'danger' };

/** How the document went round for signatures, the newest round first, and the log that nothing is taken out of. */
export function AgreementRounds({ mou }: { mou: MouPageFragment }) {
  const t = useText(signing);
  const f = useFormats();
  if (mou.signingRounds.length === 0) return null;
  const nameOf = (id: string) => mou.parties.find(({ organization }) => organization.id === id)?.organization.shortName ?? '…';
  const known = (group: 'evidence' | 'method', code: string) =>
    `${group}.${code}` in signing ? t(`${group}.${code}` as keyof typeof signing) : code;
  return (
    <div>
      <ol className={s.list} aria-label={t('rounds.title')}>
        {mou.signingRounds.map((round) => (
          <li key={round.roundNo} className={s.item}>
            <p className={s.head}>
              <b>{t('rounds.name', { no: round.roundNo })}</b>
              <StatusMark tone={tones[round.state]}>{t(`rounds.${round.state}`)}</StatusMark>
              <span className={s.soft}>{t('rounds.opened', { at: f.dateTime(round.openedAt) })}</span>
              {round.expiresOn && <span className={s.soft}>{t('rounds.until', { date: f.date(round.expiresOn) })}</span>}
              {round.requireCode && <span className={s.soft}>{t('rounds.code')}</span>}
            </p>
            {round.state === 'OPEN' && <p>{t('rounds.turn', { names: round.turnOrgIds.map(nameOf).join(', ') })}</p>}
            {round.reason && <p>{t('rounds.reason', { reason: round.reason })}</p>}
          </li>
        ))}
      </ol>
      <details className={s.log}>
        <summary>{t('rounds.log', { count: mou.signingEvidence.length })}</summary>
        <ol>
          {mou.signingEvidence.map((entry, index) => (
            <li key={`${entry.at}-${index}`}>
              {f.dateTime(entry.at)}: {[entry.personName, entry.organizationName].filter(Boolean).join(', ')}{' '}
              {known('evidence', entry.kind)}
              {entry.method && ` (${known('method', entry.method)})`}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
