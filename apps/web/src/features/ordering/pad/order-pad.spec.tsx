import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { addDays, formatDateVi, today } from '@lienket/domain';
import '@testing-library/jest-dom';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { webcrypto } from 'node:crypto';
import { MemoryRouter } from 'react-router';
import type { OrderGroupPlaceInput, OrderPlaceInput } from '../../../gql/graphql';
import { possibleTypes } from '../../../shared/apollo/possible-types';
import { LanguageProvider } from '../../../shared/i18n/language';
import { OrderPad } from './order-pad';
import type { Pads } from './pad-calendars';
import { contractPad, neighbourPad, spotPad } from './pad-fixture';
import type { OrderPadAnswer } from './pad-items';

if (!globalThis.crypto?.randomUUID) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const soon = addDays(today(new Date()), 3);

async function open(pads: OrderPadAnswer | Pads, answer?: object) {
  const placed: OrderPlaceInput[] = [];
  const grouped: OrderGroupPlaceInput[] = [];
  const link = new ApolloLink((operation) => {
    const placing = operation.operationName === 'OrderPlace';
    if (placing) placed.push((operation.variables as { input: OrderPlaceInput }).input);
    const grouping = operation.operationName === 'OrderGroupPlace';
    if (grouping) grouped.push((operation.variables as { input: OrderGroupPlaceInput }).input);
    const contracts = {
      __typename: 'ContractConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    };
    const data = placing ? { orderPlace: answer } : grouping ? { orderGroupPlace: answer } : { contracts };
    return new Observable((observer) => {
      observer.next({ data });
      observer.complete();
    });
  });
  render(
    <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes }) })}>
      <LanguageProvider initial="vi">
        <MemoryRouter>
          <OrderPad pads={'items' in pads ? [pads] : pads} />
        </MemoryRouter>
      </LanguageProvider>
    </ApolloProvider>,
  );
  // The contracts of the seller arrive a moment after the sheet.
  await act(async () => undefined);
  return { placed, grouped, user: userEvent.setup() };
}

const sheet = () => screen.getByRole('grid', { name: 'Bảng đặt hàng' });
const cell = (row: number, column: number) => sheet().querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)!;
const paste = (text: string) => fireEvent.paste(cell(0, 0), { clipboardData: { getData: () => text } });
const fillDelivery = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.type(screen.getByLabelText(/Ngày cần giao/), formatDateVi(soon));
};
const send = () => screen.getByRole('button', { name: 'Gửi đơn cho bên bán' });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('the order pad', () => {
  it('takes a table pasted from Excel and prices every row it knows', async () => {
    await open(spotPad);
    paste('Tên hàng\tSố lượng\nna chi lang loai 1\t500\nHoa hồi khô\t100');
    expect(cell(0, 0)).toHaveTextContent('Na Chi Lăng loại 1');
    expect(cell(0, 3)).toHaveTextContent('20.000.000 ₫');
    expect(cell(1, 3)).toHaveTextContent('4.200.000 ₫');
    expect(screen.getByText('2 dòng đặt được')).toBeInTheDocument();
  });

  it('undoes a paste as one step', async () => {
    const { user } = await open(spotPad);
    paste('na chi lang loai 1\t500\nHoa hồi khô\t100');
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(cell(0, 0)).toHaveTextContent('Gõ tên sản phẩm');
    expect(screen.getByText('0 dòng đặt được')).toBeInTheDocument();
  });

  it('shows the choice for a product it does not know, and takes the one that is tapped', async () => {
    const { user } = await open(spotPad);
    paste('Na Chi Lăng\t100');
    expect(screen.getByText(/Không thấy “Na Chi Lăng”/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Na Chi Lăng loại 1' }));
    expect(cell(0, 3)).toHaveTextContent('4.200.000 ₫');
  });

  it('offers both whole packs around a quantity, and one tap takes it', async () => {
    const { user } = await open(spotPad);
    paste('na chi lang loai 1\t102');
    expect(screen.getByRole('button', { name: 'Lấy 100 kg' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Lấy 105 kg' }));
    expect(cell(0, 1)).toHaveTextContent('105');
    expect(cell(0, 1)).toHaveTextContent('21 kiện');
    expect(screen.queryByText(/không chẵn/)).not.toBeInTheDocument();
  });

  it('names the tier reached and what is missing to the next', async () => {
    await open(spotPad);
    paste('na chi lang loai 1\t450');
    expect(cell(0, 2)).toHaveTextContent('42.000 ₫/kg');
    expect(cell(0, 2)).toHaveTextContent('thêm 50 kg còn 40.000 ₫');
    expect(screen.getByText('Thêm 50 kg là đạt giá 40.000 ₫/kg.')).toBeInTheDocument();
  });

  it('stops a row above what the contract still allows and offers what fits', async () => {
    const { user, placed } = await open(contractPad);
    paste('na chi lang loai 1\t120');
    expect(cell(0, 4)).toHaveTextContent('100 kg');
    expect(screen.getByText('Vượt số hợp đồng còn cho gọi (100 kg):')).toBeInTheDocument();
    await fillDelivery(user);
    await user.click(send());
    expect(placed).toHaveLength(0);
    expect(within(screen.getByRole('alert')).getByText(/Dòng 1: Vượt số hợp đồng/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Lấy 100 kg' }));
    expect(cell(0, 3)).toHaveTextContent('3.850.000 ₫');
  });

  it('sends whole rows only, with one key for the draft', async () => {
    const order = { __typename: 'Order', id: 'o1', number: 'DH-2026-000001', ackDueAt: '2026-08-01T10:00:00Z' };
    const { user, placed } = await open(contractPad, order);
    paste('na chi lang loai 1\t60\nHoa hồi khô\t');
    await fillDelivery(user);
    await user.click(send());
    await waitFor(() => expect(placed).toHaveLength(1));
    expect(placed[0]).toMatchObject({
      sellerOrgId: 'seller',
      contractId: 'contract',
      requestedOn: soon,
      deliveryLocationId: 'dc',
      lines: [{ productId: 'na', contractLineId: 'line-0', qty: '60' }],
    });
    expect(placed[0]!.clientKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('puts what the server refused on the row it was sent from, until that row changes', async () => {
    const refused = {
      __typename: 'RowsRefused',
      code: 'ROWS_REFUSED',
      message: 'Có dòng chưa nhận được.',
      field: 'lines',
      rows: [
        { __typename: 'RowError', row: 1, field: 'qty', code: 'OVER_CALL', message: 'Hợp đồng chỉ còn 40 kg.', suggestion: '40' },
      ],
    };
    const { user, placed } = await open(contractPad, refused);
    // The first row has no quantity, so the refused second line of the input is the third row of the sheet.
    paste('na chi lang loai 1\t\nna chi lang loai 1\t20\nHoa hồi khô\t60');
    await fillDelivery(user);
    await user.click(send());
    const row = await waitFor(() => {
      const found = cell(2, 1).closest<HTMLElement>('[role="row"]')!;
      expect(found).toHaveTextContent('Hợp đồng chỉ còn 40 kg.');
      return found;
    });
    expect(placed[0]!.lines).toHaveLength(2);
    expect(screen.getByRole('alert')).toHaveTextContent('Dòng 3: Hợp đồng chỉ còn 40 kg.');
    await user.click(within(row).getByRole('button', { name: 'Lấy 40 kg' }));
    expect(screen.queryByText('Hợp đồng chỉ còn 40 kg.')).not.toBeInTheDocument();
    expect(cell(2, 1)).toHaveTextContent('40');
  });

  it('asks for the day and a quantity before anything is sent', async () => {
    const { user, placed } = await open(spotPad);
    await user.click(send());
    expect(screen.getByRole('alert')).toHaveTextContent('Hãy chọn ngày cần giao.');
    expect(screen.getByRole('alert')).toHaveTextContent('Hãy nhập ít nhất một dòng');
    expect(placed).toHaveLength(0);
  });

  it('asks whose goods are meant where two sellers have the same, and sends each seller its own basket', async () => {
    const { grouped, user } = await open([spotPad, neighbourPad], {
      __typename: 'RowsRefused',
      code: 'ROWS_REFUSED',
      message: 'Có 1 dòng cần sửa; chưa có gì được lưu.',
      field: null,
      rows: [
        { __typename: 'RowError', row: 1, field: 'lines', code: 'X', message: 'Chưa đủ giá trị tối thiểu.', suggestion: null },
      ],
    });
    paste('Na Chi Lăng loại 1, HTX Mai Sao\t100\nna chi lang loai 1\t500');
    await user.click(screen.getByRole('button', { name: 'Na Chi Lăng loại 1, HTX Na' }));
    await fillDelivery(user);
    await user.click(screen.getByRole('button', { name: 'Gửi 2 đơn cho 2 bên bán' }));
    await waitFor(() => expect(grouped).toHaveLength(1));
    expect(grouped[0]!.baskets.map(({ sellerOrgId, lines }) => [sellerOrgId, lines.map(({ qty }) => qty)])).toEqual([
      ['seller', ['500']],
      ['neighbour', ['100']],
    ]);
    // The second basket's first row stands first in the sheet; the sentence says whose order is too small.
    expect((await screen.findAllByText(/HTX Mai Sao: Chưa đủ giá trị tối thiểu/)).length).toBeGreaterThan(0);
  });
});
