import { useQuery } from '@apollo/client/react';
import { RadioGroup, Section } from '@lienket/ui';
import type { RegisterMatchesQuery, RegisterPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { register } from '../../shared/messages/vi/register';
import { RegisterDecideDocument, RegisterMatchesDocument } from './register-operations';
import s from './register.module.css';

type Match = NonNullable<RegisterMatchesQuery['registerBatch']>['matches'][number];
const NEW = 'new';

/** Parties that may be known organizations: a person says for each. */
export function RegisterMatches({ batch }: { batch: RegisterPartsFragment }) {
  const t = useText(register);
  const query = useQuery(RegisterMatchesDocument, { variables: { id: batch.id }, fetchPolicy: 'cache-and-network' });
  const form = useMutationForm(RegisterDecideDocument, {
    form: `register-decide-${batch.id}-${batch.version}`,
    pick: (data) => data.registerDecide,
    onDone: () => void query.refetch(),
  });
  const matches = query.data?.registerBatch?.matches ?? [];
  if (matches.length === 0) return null;
  const decide = (match: Match, value: string) =>
    void form.submit((clientKey) => ({
      input: { clientKey, id: batch.id, version: batch.version, matchId: match.id, orgId: value === NEW ? null : value },
    }));
  return (
    <Section title={t('registers.matches')} meta={t('registers.matchesOpen', { count: batch.matchesOpen })}>
      <FormErrors form={form} />
      <p className={s.hint}>{t('registers.matchesLead')}</p>
      <ul className={s.matches}>
        {matches.map((match) => (
          <li key={match.id} className={s.match}>
            <MatchChoice match={match} busy={form.busy} onChoose={(value) => decide(match, value)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MatchChoice({ match, busy, onChoose }: { match: Match; busy: boolean; onChoose: (value: string) => void }) {
  const t = useText(register);
  const f = useFormats();
  const chosen = match.decision === 'NEW' ? NEW : (match.orgId ?? '');
  return (
    <RadioGroup
      legend={
        <>
          <b>{match.name}</b>
          <span className={s.found}>
            {t('registers.matchRow', { row: String(match.row), code: match.code.toUpperCase() })}
            {' · '}
            {match.taxCode ? t('registers.taxCode', { code: match.taxCode }) : t('registers.noTaxCode')}
            {' · '}
            {t(`registers.basis.${match.basis}`)}
          </span>
        </>
      }
      name={`match-${match.id}`}
      value={chosen}
      disabled={busy}
      onValueChange={onChoose}
      options={[
        ...match.candidates.map(({ organization, taxCode, address, score }) => ({
          value: organization.id,
          label: t('registers.isKnown', { name: organization.name }),
          hint: [
            taxCode ? t('registers.taxCode', { code: taxCode }) : t('registers.noTaxCode'),
            address,
            t('registers.score', { percent: f.count(Math.round(score * 100)) }),
          ]
            .filter(Boolean)
            .join(' · '),
        })),
        { value: NEW, label: t('registers.isNew') },
      ]}
    />
  );
}
