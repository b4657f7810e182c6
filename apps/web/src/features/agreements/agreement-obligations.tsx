import { Button, EmptyState, StatusMark, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { MouPageFragment, ObligationEventKind } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { signing } from '../../shared/messages/vi/signing';
import { ObligationDialog } from './obligation-dialog';
import s from './signing.module.css';

export type Duty = MouPageFragment['obligations'][number];

const tones: Record<Duty['state'], Tone> = { SCHEDULED: 'neutral', MET: 'success', PARTLY_MET: 'warning', NOT_MET: 'danger' };

/** What the parties promised beside volume, what each says became of it, and whose word is still awaited. */
export function AgreementObligations({ mou, onReload }: { mou: MouPageFragment; onReload: () => void }) {
  const t = useText(signing);
  const f = useFormats();
  const [open, setOpen] = useState<{ duty: Duty; kind: ObligationEventKind } | null>(null);
  if (mou.obligations.length === 0) return <EmptyState title={t('duties.none')} />;
  return (
    <>
      <ol className={s.list}>
        {mou.obligations.map((duty) => (
          <li key={duty.id} className={s.item}>
            <p className={s.head}>
              <b>{duty.title}</b>
              <StatusMark tone={tones[duty.state]}>{t(`duties.${duty.state}`)}</StatusMark>
              {duty.overdue && <StatusMark tone="danger">{t('duties.overdue')}</StatusMark>}
              <span className={s.soft}>
                {duty.obliged.shortName}, {t('duties.due', { date: f.date(duty.dueOn) })}
              </span>
            </p>
            {duty.waiting && <p>{t('duties.waiting', { result: t(`duties.${duty.waiting}`) })}</p>}
            {duty.disputed && <p>{t('duties.disputed')}</p>}
            {duty.events.length > 0 && (
              <ul className={s.history}>
                {duty.events.map((event) => (
                  <li key={event.at + event.kind}>
                    {f.dateTime(event.at)}:{' '}
                    {t(`duties.event.${event.kind}`, {
                      who: `${event.personName}, ${event.organizationName}`,
                      result: event.result ? t(`duties.${event.result}`) : '',
                    })}
                    {event.note && `. ${event.note}`}
                    {event.fileUrl && (
                      <>
                        {' · '}
                        <a href={event.fileUrl} target="_blank" rel="noopener">
                          {event.fileName ?? t('duties.file')}
                        </a>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {duty.actions.length > 0 && (
              <p className={s.buttons} data-print="hide">
                {duty.actions.map((kind) => (
                  <Button key={kind} size="small" onClick={() => setOpen({ duty, kind })}>
                    {t(`duties.act.${kind}`)}
                  </Button>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
      {open && <ObligationDialog {...open} onClose={() => setOpen(null)} onReload={onReload} />}
    </>
  );
}
