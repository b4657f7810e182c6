import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { alerts } from '../messages/vi/alerts';
import { useSession } from '../session/session';

const AreasDocument = graphql(`
  query BoardAreas($on: LocalDate!) {
    districts: areaReport(by: DISTRICT, on: $on) {
      code
      name
    }
    communes: areaReport(by: COMMUNE, on: $on) {
      code
      name
    }
  }
`);

/** Old districts and communes of today in which organizations stand, as options of the board; for the Alliance. */
export function useBoardAreas(): { value: string; label: string }[] {
  const t = useText(alerts);
  const { may } = useSession();
  const on = useFormats().today();
  const { data } = useQuery(AreasDocument, { variables: { on }, skip: !may('board.view'), fetchPolicy: 'cache-first' });
  if (!data) return [];
  const known = (rows: typeof data.communes) => rows.filter((row) => row.code !== null && row.name !== null);
  return [
    ...known(data.districts).map(({ code, name }) => ({ value: `D${code}`, label: t('alerts.district', { name: name! }) })),
    ...known(data.communes).map(({ code, name }) => ({ value: `C${code}`, label: name! })),
  ];
}
