import { Button, Cluster, StatusMark } from '@lienket/ui';
import { useState, type ReactNode } from 'react';
import type { AlertPartsFragment } from '../../gql/graphql';
import { blocked } from '../messages/vi/blocked';
import { useText } from '../i18n/use-text';
import { AlertAnswerDialog } from './alert-answer-dialog';
import { AlertBlockDialog } from './alert-block-dialog';
import s from './alerts.module.css';
import { stallTones, useAlertWords } from './use-alert-words';

/** One alert: level, fact and clock, whose move, what would help, and what officers have answered. */
export function AlertCard({ alert, title }: { alert: AlertPartsFragment; title?: ReactNode }) {
  const { t, f, fact, step, mover, reasonName } = useAlertWords();
  const [asking, setAsking] = useState<'acknowledge' | 'snooze' | 'block' | null>(null);
  const b = useText(blocked);
  const cleared = alert.status === 'CLEARED';
  return (
    <li className={s.alert}>
      <div className={s.head}>
        <StatusMark tone={cleared ? 'success' : stallTones[alert.level]}>
          {cleared ? t('alertStatus.CLEARED') : t(`stallLevel.${alert.level}`)}
        </StatusMark>
        <b>{t(`stallTransition.${alert.transition}`)}</b>
        {title}
        <span className={s.soft}>
          {cleared && alert.clearedAt
            ? t('alerts.clearedOn', { date: f.date(alert.clearedAt) })
            : t('alerts.since', { date: f.date(alert.raisedAt) })}
        </span>
      </div>
      <p className={s.line}>{fact(alert)}</p>
      {!cleared && (
        <p className={s.line}>
          {mover(alert)}. <span className={s.soft}>{step(alert)}</span>
        </p>
      )}
      {alert.answers.length > 0 && (
        <ul className={s.answers} aria-label={t('alerts.history')}>
          {alert.answers.map((answer) => (
            <li key={answer.id}>
              <b>{reasonName(answer.reasonCode)}</b>: {answer.nextStep}{' '}
              <span className={s.soft}>
                {t('alerts.followUp', { date: f.date(answer.followUpOn) })} ·{' '}
                {t('alerts.by', { name: answer.answeredBy, date: f.date(answer.at) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {alert.mayAnswer && (
        <Cluster>
          <Button size="small" onClick={() => setAsking('acknowledge')}>
            {t('alerts.acknowledge')}
          </Button>
          <Button size="small" onClick={() => setAsking('block')}>
            {b('blocked.alert')}
          </Button>
          {alert.status === 'ACKNOWLEDGED' && (
            <Button size="small" variant="quiet" onClick={() => setAsking('snooze')}>
              {t('alerts.snooze')}
            </Button>
          )}
        </Cluster>
      )}
      {asking === 'block' && <AlertBlockDialog alert={alert} onClose={() => setAsking(null)} />}
      {asking && asking !== 'block' && <AlertAnswerDialog alert={alert} kind={asking} onClose={() => setAsking(null)} />}
    </li>
  );
}
