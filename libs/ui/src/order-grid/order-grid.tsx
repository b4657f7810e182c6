import { ArrowDownToLine, Plus, Redo2, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, IconButton } from '../button/button';
import { useNarrow } from '../lib/use-narrow';
import { Cards } from './cards';
import { fillChange, noChange, type GridRange } from './grid-changes';
import type { GridRowBase, OrderGridProps } from './grid-types';
import { Sheet } from './sheet';
import { useGridHistory } from './use-grid-history';
import s from './order-grid.module.css';

/**
 * A sheet one types into: arrows, Enter, Tab, paste from Excel, fill down, undo; cards on phones.
 * Rows belong to the parent, cells are plain texts; the parent says what it thinks of each row through `messages`.
 */
export function OrderGrid<R extends GridRowBase>(props: OrderGridProps<R>) {
  const { columns, rows, onRowsChange, newRow, labels, summary } = props;
  const narrow = useNarrow();
  const history = useGridHistory(rows, onRowsChange);
  const range = useRef<GridRange>({ top: 0, bottom: 0, left: 0, right: 0 });
  const [news, setNews] = useState('');

  const remove = (row: R, index: number) => void history.commit({ ...noChange<R>(), removed: [{ index, row }] }, 'remove');
  const add = () => {
    if (newRow) history.commit({ ...noChange<R>(), added: [{ index: rows.length, row: newRow() }] }, 'add');
  };
  const fill = () => {
    const change = fillChange(history.current(), columns, range.current);
    if (history.commit(change, 'fill')) setNews(labels.filled(change.patches.length));
  };

  return (
    <div className={s.frame}>
      {narrow ? (
        <Cards {...props} history={history} remove={remove} />
      ) : (
        <Sheet {...props} history={history} remove={remove} announce={setNews} onSelect={(next) => (range.current = next)} />
      )}
      <div className={s.tools} data-print="hide">
        {newRow && (
          <Button size="small" icon={<Plus />} onClick={add}>
            {labels.addRow}
          </Button>
        )}
        <IconButton
          size="small"
          label={labels.undo}
          icon={<Undo2 />}
          disabled={!history.canUndo}
          onClick={() => history.undo() && setNews(labels.undone)}
        />
        <IconButton
          size="small"
          label={labels.redo}
          icon={<Redo2 />}
          disabled={!history.canRedo}
          onClick={() => history.redo() && setNews(labels.redone)}
        />
        {!narrow && <IconButton size="small" label={labels.fillDown} icon={<ArrowDownToLine />} onClick={fill} />}
        <p className={s.news} role="status">
          {news}
        </p>
        {summary && <div className={s.summary}>{summary}</div>}
      </div>
    </div>
  );
}
