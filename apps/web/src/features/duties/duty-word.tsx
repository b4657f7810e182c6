import { Link, Stack, StatusMark, type Tone } from '@lienket/ui';
import type { ReactNode } from 'react';
import type { DutyWordPartsFragment, DutyWordStatus } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import s from './duties.module.css';

const TONES: Record<DutyWordStatus, Tone> = { WAITING: 'info', CONFIRMED: 'success', RETURNED: 'warning' };

/** What a body told of its duty, with its evidence and what became of it. */
export function DutyWord({
  word,
  showsBody,
  children,
}: {
  word: DutyWordPartsFragment;
  showsBody?: boolean;
  children?: ReactNode;
}) {
  const t = useText(duties);
  const f = useFormats();
  return (
    <li className={s.item}>
      <Stack gap="small">
        <strong>
          {f.date(word.happenedOn)} · {t(`dutyTold.${word.step as 'progress'}`)}
          {showsBody && ` · ${word.organization}`}
        </strong>
        <p className={s.text}>{word.text}</p>
        {word.docNo && <span>{t('noticeDuty.doc', { number: word.docNo, day: f.date(word.docDate) })}</span>}
        {word.file && <Link href={`/files/${word.file.id}`}>{word.file.name}</Link>}
        <span>
          <StatusMark tone={TONES[word.status]}>{t(`dutyWord.${word.status}`)}</StatusMark>
          {word.reason && ` ${word.reason}`}
        </span>
        <span className={s.under}>{t('noticeDuty.by', { name: word.by, when: f.dateTime(word.at) })}</span>
        {children}
      </Stack>
    </li>
  );
}
