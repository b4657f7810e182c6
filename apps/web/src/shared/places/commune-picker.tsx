import { Combobox, type ComboboxOption } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { graphql } from '../../gql';
import { useComboboxLabels } from '../agreements/use-combobox-labels';
import { useText } from '../i18n/use-text';
import { organizations } from '../messages/vi/organizations';

const UnitsDocument = graphql(`
  query PlaceUnits {
    communes: administrativeUnits(level: "COMMUNE") {
      code
      name
      formerDistrictCode
    }
    districts: administrativeUnits(level: "DISTRICT") {
      code
      name
    }
  }
`);

interface Props {
  value: string;
  onValueChange: (code: string) => void;
}

/** A commune of today, found with or without marks; the district that people still remember tells namesakes apart. */
export function CommunePicker({ value, onValueChange }: Props) {
  const t = useText(organizations);
  const labels = useComboboxLabels();
  const { data } = useQuery(UnitsDocument);
  const options = useMemo<ComboboxOption[]>(() => {
    const districts = new Map(data?.districts.map(({ code, name }) => [code, name]));
    return (data?.communes ?? []).map(({ code, name, formerDistrictCode }) => {
      const district = formerDistrictCode && districts.get(formerDistrictCode);
      return { value: code, label: name, ...(district ? { detail: t('place.formerly', { district }) } : {}) };
    });
  }, [data, t]);
  return (
    <Combobox
      value={options.find((option) => option.value === value) ?? null}
      onValueChange={(option) => onValueChange(option?.value ?? '')}
      options={options}
      placeholder={t('place.search')}
      labels={labels}
    />
  );
}
