import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import type { AgreementRowFragment } from '../../gql/graphql';
import { LanguageProvider } from '../i18n/language';
import { AgreementTable } from './agreement-table';

const organization = (shortName: string) => ({
  __typename: 'OrganizationRef' as const,
  id: shortName,
  slug: shortName,
  name: shortName,
  shortName,
  kind: 'COOPERATIVE' as const,
  isDemo: true,
});

const agreement = (id: string, over: Partial<AgreementRowFragment>): AgreementRowFragment => ({
  __typename: 'Agreement',
  id,
  registerNo: `BBGN-${id}`,
  title: `Ghi nhớ ${id}`,
  status: 'IN_FORCE',
  isDemo: false,
  signedOn: '2026-06-19',
  eventCode: null,
  rung: 'CONTRACTED',
  exit: null,
  rungs: [],
  waitingPetitions: 0,
  alert: null,
  caseWork: null,
  realisation: {
    __typename: 'Realisation',
    kind: 'MEASURED',
    basisPoints: 0,
    basisPointsA: 0,
    basisPointsAB: 0,
    weighting: 'VALUE',
    quantifiedLines: 1,
    totalLines: 1,
  },
  nextMove: { __typename: 'NextMove', actor: 'BUYER', step: 'PLACE_FIRST_CALL_OFF', since: '2026-07-01T02:00:00Z' },
  parties: [
    { __typename: 'MouParty', id: 's', role: 'SELLER', organization: organization('HTX Na') },
    { __typename: 'MouParty', id: 'b', role: 'BUYER', organization: organization('Siêu thị Một') },
  ],
  ...over,
});

function rowOf(over: Partial<AgreementRowFragment>) {
  render(
    <LanguageProvider initial="vi">
      <MemoryRouter>
        <AgreementTable caption="Bảng" rows={[agreement('1', over)]} />
      </MemoryRouter>
    </LanguageProvider>,
  );
  return within(screen.getAllByRole('row')[1]!);
}

const realisation = (over: Partial<AgreementRowFragment['realisation']>): AgreementRowFragment['realisation'] => ({
  __typename: 'Realisation',
  kind: 'MEASURED',
  basisPoints: null,
  basisPointsA: null,
  basisPointsAB: null,
  weighting: null,
  quantifiedLines: 1,
  totalLines: 1,
  ...over,
});

describe('a row of the board', () => {
  it('shows the measured share with how it is weighed and how much of it is quantified', () => {
    const row = rowOf({ realisation: realisation({ basisPoints: 6250, weighting: 'LINES', quantifiedLines: 2, totalLines: 3 }) });
    expect(row.getByText('62,5 %')).toBeInTheDocument();
    expect(row.getByText('theo dòng hàng, 2/3 dòng có số lượng')).toBeInTheDocument();
  });

  it('never shows a percentage for an agreement without quantities', () => {
    const row = rowOf({ realisation: realisation({ kind: 'NOT_QUANTIFIED', quantifiedLines: 0 }) });
    expect(row.getByText('chưa lượng hoá')).toBeInTheDocument();
    expect(row.queryByText(/\d %/)).not.toBeInTheDocument();
  });

  it('says that the season has not begun instead of 0 %', () => {
    const row = rowOf({ realisation: realisation({ kind: 'NOT_IN_SEASON' }) });
    expect(row.getByText('chưa vào vụ')).toBeInTheDocument();
    expect(row.queryByText(/\d %/)).not.toBeInTheDocument();
  });

  it('names the party whose move it is, and since when', () => {
    const row = rowOf({});
    expect(row.getByText(/Siêu thị Một đặt đơn đầu tiên theo hợp đồng/)).toBeInTheDocument();
    expect(row.getByText(/từ 01\/07\/2026 \(\d+ ngày\)/)).toBeInTheDocument();
  });

  it('marks sample data', () => {
    expect(rowOf({ isDemo: true }).getByText('Dữ liệu mẫu')).toBeInTheDocument();
  });

  it('leaves real data unmarked', () => {
    expect(rowOf({ isDemo: false }).queryByText('Dữ liệu mẫu')).not.toBeInTheDocument();
  });
});
