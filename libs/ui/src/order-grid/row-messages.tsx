import { Button } from '../button/button';
import { ToneIcon } from '../marks/status-mark';
import { cx } from '../lib/cx';
import type { GridMessage } from './grid-types';
import s from './order-grid.module.css';

/** What the row has to say: a sentence each, with the button that mends it. */
export const RowMessages = ({ id, messages }: { id: string; messages: readonly GridMessage[] }) => (
  <ul className={s.messages} id={id}>
    {messages.map((message) => (
      <li key={message.text} className={cx(s.message, s[message.tone])}>
        <ToneIcon tone={message.tone} size={14} />
        <span>{message.text}</span>
        {[message.fix, message.otherFix].map(
          (fix) =>
            fix && (
              <Button key={fix.label} size="small" className={s.fix} onClick={fix.onFix}>
                {fix.label}
              </Button>
            ),
        )}
      </li>
    ))}
  </ul>
);
