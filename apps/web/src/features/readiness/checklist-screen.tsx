import { useQuery } from '@apollo/client/react';
import { Button, LinkButton, Notice, PageHeader, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import type { ChecklistFragment, ChecklistQuery } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { readiness as words } from '../../shared/messages/vi/readiness';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { ChecklistDocument, ChecklistSaveDocument } from './checklist-operations';
import { RequirementLine, type LineValues } from './requirement-line';
import s from './readiness-screens.module.css';

/** A buyer says which papers it needs before it lists a product, and how well each must be proven. */
export default function ChecklistScreen() {
  const t = useText(words);
  const query = useQuery(ChecklistDocument);
  return (
    <>
      <PageTitle>{t('checklist.title')}</PageTitle>
      <PageHeader
        title={t('checklist.title')}
        meta={t('checklist.lead')}
        actions={<LinkButton href="/readiness">{t('readinessTable.open')}</LinkButton>}
      />
      <AsyncScreen query={query} count={8}>
        {({ requirementTypes, myChecklist }) => (
          <ChecklistForm
            key={myChecklist.version}
            types={requirementTypes}
            checklist={myChecklist}
            onReload={() => void query.refetch()}
          />
        )}
      </AsyncScreen>
    </>
  );
}

interface ChecklistFormProps {
  types: ChecklistQuery['requirementTypes'];
  checklist: ChecklistFragment;
  onReload: () => void;
}

function ChecklistForm({ types, checklist, onReload }: ChecklistFormProps) {
  const t = useText(words);
  const [lines, setLines] = useState<Record<string, LineValues>>(() =>
    Object.fromEntries(
      types.map(({ code, usualEvidence }) => {
        const saved = checklist.items.find((item) => item.code === code);
        const { evidence = usualEvidence, onlyGroups = [], note } = saved ?? {};
        return [code, { asked: saved !== undefined, evidence, onlyGroups: [...onlyGroups], note: note ?? '' }];
      }),
    ),
  );
  const asked = types.filter(({ code }) => lines[code]!.asked);
  const form = useMutationForm(ChecklistSaveDocument, {
    form: 'checklist',
    pick: (data) => data.checklistSave,
    stale: ['productReadiness', 'readinessTable'],
    onDone: () => {
      toast.success(t('checklist.saved'));
      onReload();
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const items = asked.map(({ code }) => {
      const { evidence, onlyGroups, note } = lines[code]!;
      return { code, evidence, onlyGroups, note: note.trim() || null };
    });
    void form.submit((clientKey) => ({ input: { clientKey, version: checklist.version, items } }));
  };
  return (
    <form noValidate onSubmit={save} aria-label={t('checklist.title')}>
      {checklist.isTemplate && <Notice>{t('checklist.template')}</Notice>}
      <FormErrors form={form} />
      <ul className={s.lines}>
        {types.map((type) => (
          <RequirementLine
            key={type.code}
            type={type}
            values={lines[type.code]!}
            onChange={(change) => setLines((all) => ({ ...all, [type.code]: { ...all[type.code]!, ...change } }))}
          />
        ))}
      </ul>
      <div className={s.save}>
        <Button type="submit" variant="primary" loading={form.busy}>
          {t('checklist.save')}
        </Button>
        <span>{t('checklist.count', { count: asked.length })}</span>
      </div>
      <ConflictDialog form={form} onReload={onReload} />
    </form>
  );
}
