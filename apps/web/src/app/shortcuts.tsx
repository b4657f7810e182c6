import { ShortcutSheet } from '@lienket/ui';
import { useText } from '../shared/i18n/use-text';
import { app } from '../shared/messages/vi/app';

export default function Shortcuts({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useText(app);
  return (
    <ShortcutSheet
      open={open}
      onOpenChange={onOpenChange}
      title={t('shortcuts.title')}
      closeLabel={t('action.close')}
      groups={[
        {
          heading: t('shortcuts.everywhere'),
          items: [
            { keys: ['Ctrl', 'K'], label: t('shortcuts.palette') },
            { keys: ['/'], label: t('shortcuts.search') },
            { keys: ['?'], label: t('shortcuts.sheet') },
            { keys: ['Esc'], label: t('shortcuts.close') },
          ],
        },
        {
          heading: t('shortcuts.grid'),
          items: [
            { keys: ['↑', '↓', '←', '→'], label: t('shortcuts.move') },
            { keys: ['Enter'], label: t('shortcuts.enter') },
            { keys: ['Ctrl', 'V'], label: t('shortcuts.paste') },
            { keys: ['Ctrl', 'Z'], label: t('shortcuts.undo') },
          ],
        },
      ]}
    />
  );
}
