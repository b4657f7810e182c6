import { useQuery } from '@apollo/client/react';
import { Field, Select } from '@lienket/ui';
import { graphql } from '../../gql';
import { useText } from '../../shared/i18n/use-text';
import { products } from '../../shared/messages/vi/products';

const CommunesDocument = graphql(`
  query OriginCommunes {
    administrativeUnits(level: "COMMUNE") {
      code
      name
    }
  }
`);

interface OriginCommuneProps {
  value: string;
  onChange: (code: string) => void;
  error?: string;
}

/** Where the goods grow, as a commune of today. */
export function OriginCommune({ value, onChange, error }: OriginCommuneProps) {
  const t = useText(products);
  const { data } = useQuery(CommunesDocument);
  return (
    <Field label={t('form.originCommune')} id="originCommuneCode" optionalText={t('state.optional')} error={error}>
      <Select
        value={value}
        options={[
          { value: '', label: t('form.originNone') },
          ...(data?.administrativeUnits ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
