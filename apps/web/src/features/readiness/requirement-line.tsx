import { Checkbox, Field, FilterChips, Select, TextInput } from '@lienket/ui';
import type { ChecklistQuery, EvidenceLevel, ProductGroup } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { readiness as words } from '../../shared/messages/vi/readiness';
import s from './readiness-screens.module.css';

export interface LineValues {
  asked: boolean;
  evidence: EvidenceLevel;
  onlyGroups: ProductGroup[];
  note: string;
}

const GROUPS: readonly ProductGroup[] = ['FOOD', 'BEVERAGE', 'HERBAL', 'HANDICRAFT', 'ORNAMENTAL', 'TOURISM'];

interface RequirementLineProps {
  type: ChecklistQuery['requirementTypes'][number];
  values: LineValues;
  onChange: (change: Partial<LineValues>) => void;
}

/** One item of the register: asked for or not; when asked, how well proven, and for what. */
export function RequirementLine({ type, values, onChange }: RequirementLineProps) {
  const t = useText(words);
  const groups = type.groups.length > 0 ? type.groups : GROUPS;
  const toggle = (key: string) => {
    const group = key as ProductGroup;
    const { onlyGroups } = values;
    onChange({ onlyGroups: onlyGroups.includes(group) ? onlyGroups.filter((one) => one !== group) : [...onlyGroups, group] });
  };
  return (
    <li className={s.line}>
      <Checkbox label={type.name} checked={values.asked} onChange={(event) => onChange({ asked: event.target.checked })} />
      {values.asked && (
        <div className={s.how}>
          <Field label={t('checklist.evidence')} id={`evidence-${type.code}`}>
            <Select
              value={values.evidence}
              disabled={type.levels.length === 1}
              options={type.levels.map((level) => ({ value: level, label: t(`evidence.${level}`) }))}
              onChange={(event) => onChange({ evidence: event.target.value as EvidenceLevel })}
            />
          </Field>
          <details className={s.more} open={values.onlyGroups.length > 0 || values.note !== ''}>
            <summary>{t('checklist.more')}</summary>
            {groups.length > 1 && (
              <>
                <p className={s.soft}>{values.onlyGroups.length === 0 ? t('checklist.allGroups') : t('checklist.groups')}</p>
                <FilterChips
                  wrap
                  label={t('checklist.groups')}
                  chips={groups.map((group) => ({
                    key: group,
                    label: t(`group.${group}`),
                    selected: values.onlyGroups.includes(group),
                  }))}
                  onToggle={toggle}
                />
              </>
            )}
            <Field label={t('checklist.note')} id={`note-${type.code}`} optionalText={t('state.optional')}>
              <TextInput value={values.note} maxLength={500} onChange={(event) => onChange({ note: event.target.value })} />
            </Field>
          </details>
        </div>
      )}
    </li>
  );
}
