import { DescriptionList, Link } from '@lienket/ui';
import type { PetitionPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';

export function PetitionFacts({ petition }: { petition: PetitionPartsFragment }) {
  const t = useText(petitions);
  const f = useFormats();
  const { department, namedDepartment, answerBefore } = petition;
  const answering = !department
    ? t('petitions.notAssigned')
    : namedDepartment
      ? t('petition.departmentNow', { then: namedDepartment.name, now: department.name })
      : department.name;
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t('petition.received'), detail: petition.receivedOn ? f.date(petition.receivedOn) : t('petitions.unknown') },
        { term: t('petition.fields'), detail: petition.fields.map(({ name }) => name).join('; ') || t('petition.noFields') },
        { term: t('petitions.department'), detail: answering },
        ...(answerBefore
          ? [
              {
                term: t('petitionAct.answerBefore'),
                detail: petition.overdue ? t('petition.deadlineLate', { day: f.date(answerBefore) }) : f.date(answerBefore),
              },
            ]
          : []),
        ...(petition.registerNo
          ? [
              {
                term: t('petition.register'),
                detail: t('petition.registerNo', { event: petition.eventTitle ?? '', number: petition.registerNo }),
              },
            ]
          : []),
        ...(petition.registeredDocNo
          ? [
              {
                term: t('petition.registeredDoc'),
                detail: t('petition.registeredDocText', {
                  number: petition.registeredDocNo,
                  day: petition.registeredDocDate ? f.date(petition.registeredDocDate) : t('petitions.unknown'),
                }),
              },
            ]
          : []),
        ...(petition.reopened > 0
          ? [
              {
                term: t('petition.reopened'),
                detail: t('petition.reopenedText', { count: petition.reopened, left: petition.reopensLeft }),
              },
            ]
          : []),
        ...(petition.mergedInto
          ? [
              {
                term: t('petition.mergedInto'),
                detail: <Link href={`/petitions/${petition.mergedInto.id}`}>{petition.mergedInto.number}</Link>,
              },
            ]
          : []),
        ...petition.files.map(({ id, name }) => ({
          term: t('petition.papers'),
          detail: <a href={`/files/${id}`}>{name}</a>,
        })),
      ]}
    />
  );
}
