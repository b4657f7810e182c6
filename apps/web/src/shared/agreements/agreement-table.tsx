import { DemoMark, Ladder, StatusMark, Table, VisuallyHidden } from '@lienket/ui';
import type { AgreementRowFragment } from '../../gql/graphql';
import { useText } from '../i18n/use-text';
import { alerts } from '../messages/vi/alerts';
import { blocked } from '../messages/vi/blocked';
import { cases } from '../messages/vi/cases';
import { sideOf, statusTones, useAgreementWords } from './agreement-words';
import s from './board.module.css';
import { stallTones } from './use-alert-words';

/** The dense rows of the board; cards on phones. */
export function AgreementTable({ rows, caption }: { rows: readonly AgreementRowFragment[]; caption: string }) {
  const { t, f, stateLabels, ladder, move, realisation, exit } = useAgreementWords();
  const stallWords = useText(alerts);
  const waits = useText(blocked);
  const c = useText(cases);
  const names = (row: AgreementRowFragment, role: 'SELLER' | 'BUYER') =>
    sideOf(row.parties, role)
      .map((party) => party.organization.shortName)
      .join(', ');
  return (
    <Table
      caption={caption}
      captionHidden
      density="compact"
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/agreements/${row.id}`}
      columns={[
        {
          key: 'title',
          header: t('board.agreement'),
          primary: true,
          cell: (row) => (
            <span className={s.name}>
              <span>{row.title}</span>
              <span className={s.no}>
                {row.registerNo}
                {row.isDemo && <DemoMark text={t('demo')} />}
              </span>
            </span>
          ),
        },
        {
          key: 'parties',
          header: t('board.parties'),
          width: 142,
          cell: (row) => (
            <span className={s.parties}>
              <span>
                <VisuallyHidden>{t('partyRole.SELLER')}: </VisuallyHidden>
                {names(row, 'SELLER') || '—'}
              </span>
              <span>
                <VisuallyHidden>{t('partyRole.BUYER')}: </VisuallyHidden>
                {names(row, 'BUYER') || '—'}
              </span>
            </span>
          ),
        },
        {
          key: 'signedOn',
          header: t('board.signedOn'),
          width: 96,
          cell: (row) =>
            row.signedOn ? (
              <span className={s.soft}>{f.date(row.signedOn)}</span>
            ) : (
              <StatusMark tone={statusTones[row.status]}>{t(`mouStatus.${row.status}`)}</StatusMark>
            ),
        },
        {
          key: 'ladder',
          header: t('ladder.name'),
          width: 244,
          cell: (row) => (
            <Ladder size="row" label={t('ladder.of', { number: row.registerNo })} rungs={ladder(row)} stateLabels={stateLabels} />
          ),
        },
        {
          key: 'realisation',
          header: t('board.realisation'),
          numeric: true,
          width: 132,
          cell: (row) => {
            const { value, detail, measured } = realisation(row);
            return (
              <span className={measured ? undefined : s.unmeasured}>
                {value}
                {detail && <span className={s.soft}>{detail}</span>}
              </span>
            );
          },
        },
        {
          key: 'move',
          header: t('board.turn'),
          width: 190,
          cell: (row) => {
            const next = move(row);
            return (
              <span className={s.move}>
                {exit(row.exit) ?? next.sentence}
                <span className={s.soft}>{next.since}</span>
                {row.alert && (
                  <StatusMark tone={stallTones[row.alert.level]}>{stallWords(`stallLevel.${row.alert.level}`)}</StatusMark>
                )}
                {row.caseWork?.nextAction && (
                  <span className={s.soft}>
                    {c('case.onBoard', {
                      action: row.caseWork.nextAction,
                      date: f.date(row.caseWork.nextActionOn!),
                      owner: row.caseWork.owner ?? c('case.noOwner'),
                    })}
                  </span>
                )}
                {Boolean(row.caseWork?.overdueTasks) && (
                  <StatusMark tone="warning">{c('case.overdueTasks', { count: row.caseWork!.overdueTasks })}</StatusMark>
                )}
                {row.waitingPetitions > 0 && (
                  <StatusMark tone="info">{waits('blocked.mark', { count: row.waitingPetitions })}</StatusMark>
                )}
              </span>
            );
          },
        },
      ]}
    />
  );
}
