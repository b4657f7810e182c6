import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import '@testing-library/jest-dom';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { webcrypto } from 'node:crypto';
import { MemoryRouter } from 'react-router';
import type { MouCreateInput, OrganizationPartsFragment } from '../../gql/graphql';
import { possibleTypes } from '../../shared/apollo/possible-types';
import { LanguageProvider } from '../../shared/i18n/language';
import { SessionProvider, useSession } from '../../shared/session/session';
import { newDraft } from './mou-draft';
import { MouForm } from './mou-form';

if (!globalThis.crypto?.randomUUID) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const organization = (id: string, kind: OrganizationPartsFragment['kind']): OrganizationPartsFragment => ({
  __typename: 'OrganizationRef',
  id,
  slug: id,
  name: id,
  shortName: id,
  kind,
  isDemo: false,
});
const seller = organization('HTX Na', 'COOPERATIVE');
const buyer = organization('Siêu thị Một', 'RETAILER');
const me = {
  __typename: 'Me',
  userId: 'u',
  fullName: 'Hoàng Thị Na',
  email: null,
  phone: null,
  locale: 'vi',
  workplace: 'SELLER',
  roles: ['SELLER_DIRECTOR'],
  organization: seller,
  memberships: [],
};

const ready = newDraft(seller, '');
const initial = {
  ...ready,
  title: 'Ghi nhớ tiêu thụ na',
  parties: [ready.parties[0]!, { ...ready.parties[1]!, org: buyer }],
  lines: [{ ...ready.lines[0]!, description: 'Na Chi Lăng' }],
};

function SignedIn() {
  const { me: known } = useSession();
  return known && <MouForm initial={initial} />;
}

async function open(answer: object = { __typename: 'Refused', code: 'X', message: 'x', field: null }) {
  const sent: MouCreateInput[] = [];
  const answers: Record<string, unknown> = { Session: { me }, MouFormEvents: { events: [] }, MouCreate: { mouCreate: answer } };
  const link = new ApolloLink((operation) => {
    if (operation.operationName === 'MouCreate') sent.push((operation.variables as { input: MouCreateInput }).input);
    return new Observable((observer) => {
      observer.next({ data: answers[operation.operationName ?? ''] as Record<string, unknown> });
      observer.complete();
    });
  });
  render(
    <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes }) })}>
      <LanguageProvider initial="vi">
        <SessionProvider>
          <MemoryRouter>
            <SignedIn />
          </MemoryRouter>
        </SessionProvider>
      </LanguageProvider>
    </ApolloProvider>,
  );
  await screen.findByRole('button', { name: 'Ghi vào sổ' });
  const user = userEvent.setup();
  return { sent, user, save: () => user.click(screen.getByRole('button', { name: 'Ghi vào sổ' })) };
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('recording a memorandum', () => {
  it('is not sent before somebody says whether the paper names a quantity', async () => {
    const { sent, save } = await open();
    await save();
    expect(screen.getAllByText('Hãy chọn: biên bản có ghi số lượng hay không.')).toHaveLength(2);
    expect(sent).toEqual([]);
  });

  it('sends no quantity for a paper that names none, and says what that means', async () => {
    const { sent, user, save } = await open();
    await user.click(screen.getByLabelText('Biên bản không ghi số lượng'));
    expect(screen.getByText(/chưa lượng hoá/)).toBeInTheDocument();
    expect(screen.queryByLabelText(/^Số lượng/)).not.toBeInTheDocument();
    await save();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]!.lines[0]).toMatchObject({ description: 'Na Chi Lăng', targetQty: null, referencePrice: null });
  });

  it('reads the quantity as people here write it', async () => {
    const { sent, user, save } = await open();
    await user.click(screen.getByLabelText('Có ghi số lượng'));
    await user.type(screen.getByLabelText(/^Số lượng/), '1.250,5');
    await save();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]!.lines[0]!.targetQty).toBe('1250.5');
  });

  it('puts a refusal of one line beside its field and into the summary', async () => {
    const { user, save } = await open({
      __typename: 'RowsRefused',
      code: 'ROWS_REFUSED',
      message: 'Có dòng cần sửa.',
      field: null,
      rows: [
        {
          __typename: 'RowError',
          row: 0,
          field: 'baseUnit',
          code: 'LINE_UNIT_DIFFERS',
          message: 'Hãy dùng cùng đơn vị.',
          suggestion: null,
        },
      ],
    });
    await user.click(screen.getByLabelText('Biên bản không ghi số lượng'));
    await save();
    const unit = await screen.findByRole('textbox', { name: /Đơn vị tính/ });
    await waitFor(() => expect(unit).toHaveAccessibleDescription('Dòng 1: Hãy dùng cùng đơn vị.'));
    expect(screen.getByRole('link', { name: 'Dòng 1: Hãy dùng cùng đơn vị.' })).toHaveAttribute('href', '#0.baseUnit');
  });
});
