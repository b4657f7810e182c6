import { Cluster, StatusMark } from '@lienket/ui';
import type { PetitionPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import s from './petitions.module.css';

/** Answers in a report and official ones, apart: only the second kind fulfils the duty. */
export function PetitionAnswers({ petition }: { petition: PetitionPartsFragment }) {
  const t = useText(petitions);
  const f = useFormats();
  if (petition.answers.length === 0) return <p>{t('petition.noAnswers')}</p>;
  return (
    <ul className={s.list}>
      {petition.answers.map((answer) => (
        <li key={answer.id}>
          <Cluster>
            <strong>{t(`petition.answer.${answer.kind}`)}</strong>
            {answer.onTime !== null && answer.answerBefore && (
              <StatusMark tone={answer.onTime ? 'success' : 'danger'}>
                {t(answer.onTime ? 'petition.onTime' : 'petition.late', { day: f.date(answer.answerBefore) })}
              </StatusMark>
            )}
          </Cluster>
          <p className={s.under}>
            {[
              answer.department.name,
              answer.docNo &&
                t('petition.docText', {
                  number: answer.docNo,
                  day: answer.docDate ? f.date(answer.docDate) : t('petitions.unknown'),
                }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {answer.summary && <p className={s.text}>{answer.summary}</p>}
          {answer.file && (
            <a href={`/files/${answer.file.id}`}>
              {t('petition.file')}: {answer.file.name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
