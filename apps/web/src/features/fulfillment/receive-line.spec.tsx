import { addDays, quantity, today } from '@lienket/domain';
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { LanguageProvider } from '../../shared/i18n/language';
import { countAll } from './receipt-count';
import { ReceiveLine } from './receive-line';

const DAY = today(new Date());
const sent = quantity('10');

type Line = ShipmentPartsFragment['lines'][number];
const line = (patch: Partial<Line>) =>
  ({
    ...{ id: 'dong-1', lineNo: 1, description: 'Na dai loại 1', baseUnit: 'kg', packName: 'Thùng', packSize: '10', qty: '10' },
    ...{
      lotCode: 'LO-GAN',
      gradeName: null,
      gradeSpec: [],
      outOfGradeBp: 0,
      toleranceBp: 0,
      catchWeight: false,
      tareWeight: '0',
    },
    ...{ expiresOn: addDays(DAY, 2), minLifeDays: 5, lifeWaiver: null },
    ...patch,
  }) as Line;

function Ramp({ given }: { given: Line }) {
  const [count, setCount] = useState(countAll(sent, 'vi'));
  return (
    <LanguageProvider initial="vi">
      <ul>
        <ReceiveLine
          {...{ line: given, index: 0, sent, count, files: [], arrivedOn: DAY }}
          reasons={[{ code: 'SHORT_LIFE', name: 'Hạn dùng còn ngắn' }]}
          onFiles={() => undefined}
          onCount={setCount}
          errorOf={() => undefined}
        />
      </ul>
    </LanguageProvider>
  );
}

describe('a line at the ramp', () => {
  it('says how little life is left, and turns the whole line away in one tap', async () => {
    render(<Ramp given={line({})} />);
    expect(screen.getByText(/^Chỉ còn 2 ngày hạn dùng .* thoả thuận ít nhất 5 ngày$/)).toBeVisible();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Từ chối cả dòng vì ít hạn dùng' }));
    expect(screen.getByLabelText(/^Đạt/)).toHaveValue('0');
    expect(screen.getByLabelText(/^Loại/)).toHaveValue('10');
    expect(screen.getByRole('button', { name: 'Hạn dùng còn ngắn', pressed: true })).toBeVisible();
  });

  it('says that a lot has expired, whatever the buyer waived', () => {
    const lifeWaiver = {
      id: 'mien-1',
      reason: 'Bán ngay',
      decidedByName: 'Chị Lan',
      validUntil: addDays(DAY, 5),
    } as Line['lifeWaiver'];
    render(<Ramp given={line({ expiresOn: addDays(DAY, -1), lifeWaiver })} />);
    expect(screen.getByText(/^Lô này đã hết hạn dùng/)).toBeVisible();
    expect(screen.getByLabelText(/^Ghi chú dòng này/)).toBeVisible();
  });

  it('is silent of what was waived, of enough life and of goods that do not spoil', () => {
    const lifeWaiver = { id: 'mien-1', reason: 'Bán ngay', decidedByName: 'Chị Lan', validUntil: DAY } as Line['lifeWaiver'];
    for (const patch of [{ lifeWaiver }, { expiresOn: addDays(DAY, 5) }, { expiresOn: null }]) {
      const { unmount } = render(<Ramp given={line(patch)} />);
      expect(screen.queryByText(/hạn dùng \(đến|đã hết hạn/)).not.toBeInTheDocument();
      unmount();
    }
  });
});
