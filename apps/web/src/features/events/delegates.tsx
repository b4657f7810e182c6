import { Section, Select, Table } from '@lienket/ui';
import type { DelegateRole, EventDayQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { useSession } from '../../shared/session/session';
import { DelegateAttendedDocument, DelegateSaveDocument } from './day-operations';
import { DeskForm } from './desk-form';
import s from './event.module.css';

type Delegate = NonNullable<EventDayQuery['eventDay']>['delegates'][number];

const ROLES = [
  'COOPERATIVE',
  'ENTERPRISE',
  'DISTRIBUTOR',
  'SIGNATORY',
  'AUTHORITY',
  'ASSOCIATION',
  'PRESS',
  'OTHER',
] as const satisfies readonly DelegateRole[];

interface Props {
  code: string;
  delegates: readonly Delegate[];
  onChanged: () => void;
}

/** Who was invited and who came; at the officer's desk it is written, everywhere else read. */
export function Delegates({ code, delegates, onChanged }: Props) {
  const t = useText(events);
  const { may } = useSession();
  const isDesk = may('event.manage', {});
  if (!isDesk && delegates.length === 0) return null;
  return (
    <Section title={t('delegates.title')}>
      {delegates.length > 0 && (
        <Table
          caption={t('delegates.title')}
          captionHidden
          density="compact"
          rows={[...delegates]}
          rowKey={(delegate) => delegate.code}
          columns={[
            {
              key: 'name',
              header: t('delegates.name'),
              primary: true,
              cell: ({ code: number, fullName, title }) => `${number}. ${[fullName, title].filter(Boolean).join(', ')}`,
            },
            {
              key: 'org',
              header: t('desk.organization'),
              cell: ({ organization, orgName }) => organization?.name ?? orgName ?? '–',
            },
            {
              key: 'came',
              header: t('delegates.attended'),
              width: 170,
              cell: (delegate) =>
                isDesk ? (
                  <Attended eventCode={code} delegate={delegate} onChanged={onChanged} />
                ) : (
                  t(`delegates.${wordOf(delegate.attended)}`)
                ),
            },
          ]}
        />
      )}
      {isDesk && <AddDelegate code={code} onChanged={onChanged} />}
    </Section>
  );
}

const wordOf = (attended: boolean | null | undefined) => (attended == null ? 'unknown' : attended ? 'came' : 'absent');

function Attended({ eventCode, delegate, onChanged }: { eventCode: string; delegate: Delegate; onChanged: () => void }) {
  const t = useText(events);
  const form = useMutationForm(DelegateAttendedDocument, {
    form: `attended-${eventCode}-${delegate.code}`,
    pick: (data) => data.delegateAttended,
    onDone: onChanged,
  });
  return (
    <>
      <FormErrors form={form} />
      <Select
        aria-label={t('delegates.attendedOf', { name: delegate.fullName })}
        value={wordOf(delegate.attended)}
        onChange={({ target }) =>
          void form.submit((clientKey) => ({
            input: {
              clientKey,
              eventCode,
              code: delegate.code,
              attended: target.value === 'unknown' ? null : target.value === 'came',
            },
          }))
        }
        options={(['unknown', 'came', 'absent'] as const).map((word) => ({ value: word, label: t(`delegates.${word}`) }))}
      />
    </>
  );
}

function AddDelegate({ code, onChanged }: { code: string; onChanged: () => void }) {
  const t = useText(events);
  const form = useMutationForm(DelegateSaveDocument, {
    form: `delegate-${code}`,
    pick: (data) => data.delegateSave,
    onDone: onChanged,
  });
  return (
    <div className={s.narrow}>
      <DeskForm
        name="delegate"
        form={form}
        submitLabel={t('delegates.add')}
        initial={{ role: 'COOPERATIVE' }}
        fields={[
          { name: 'fullName', label: t('delegates.name'), required: true },
          { name: 'title', label: t('delegates.position') },
          { name: 'orgId', label: t('desk.organization'), kind: 'organization' },
          { name: 'orgName', label: t('delegates.otherBody'), hint: t('delegates.otherBodyHint') },
          {
            name: 'role',
            label: t('delegates.role'),
            kind: 'choice',
            required: true,
            options: ROLES.map((value) => ({ value, label: t(`delegates.role.${value}`) })),
          },
          { name: 'code', label: t('delegates.code'), hint: t('delegates.codeHint') },
        ]}
        onSubmit={({ text, organization }) =>
          form.submit((clientKey) => ({
            input: {
              clientKey,
              eventCode: code,
              code: text['code'] || null,
              fullName: text['fullName'] ?? '',
              title: text['title'] || null,
              orgId: organization?.id ?? null,
              orgName: text['orgName'] || null,
              role: text['role'] as DelegateRole,
            },
          }))
        }
      />
    </div>
  );
}
