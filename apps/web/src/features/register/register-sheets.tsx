import { Section, Table } from '@lienket/ui';
import type { RegisterPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { register } from '../../shared/messages/vi/register';
import s from './register.module.css';

type Sheet = RegisterPartsFragment['sheets'][number];

/** What would become, or became, of the rows of each sheet. */
export function RegisterSheets({ sheets }: { sheets: readonly Sheet[] }) {
  const t = useText(register);
  const f = useFormats();
  const number = (key: 'total' | 'creates' | 'updates' | 'same' | 'waiting' | 'errors' | 'held') => ({
    key,
    header: t(`registers.count.${key}`),
    numeric: true,
    width: 96,
    cell: (sheet: Sheet) => (sheet[key] ? f.count(sheet[key]) : <span className={s.none}>–</span>),
  });
  const ignored = sheets.filter(({ ignoredHeaders }) => ignoredHeaders.length > 0);
  return (
    <Section title={t('registers.sheets')}>
      <Table
        caption={t('registers.sheets')}
        captionHidden
        density="compact"
        rows={sheets}
        rowKey={({ sheet }) => sheet}
        rowTone={({ errors }) => (errors > 0 ? 'warning' : undefined)}
        columns={[
          {
            key: 'sheet',
            header: t('registers.sheet'),
            primary: true,
            cell: ({ title, label }) => title ?? `${label} (${t('registers.noSheet')})`,
          },
          number('total'),
          number('creates'),
          number('updates'),
          number('same'),
          number('errors'),
          number('held'),
          number('waiting'),
        ]}
      />
      {ignored.map(({ sheet, label, ignoredHeaders }) => (
        <p key={sheet} className={s.hint}>
          {t('registers.ignored', { sheet: label, headers: ignoredHeaders.join(', ') })}
        </p>
      ))}
    </Section>
  );
}
