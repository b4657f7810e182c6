import './tokens.css';
import './base.css';

export { Link, LinkProvider, type LinkProps } from './link/link';
export { cx } from './lib/cx';
export { fold } from './lib/fold';
export type { Tone } from './lib/tone';
export { useHotkey } from './lib/use-hotkey';
export { useNarrow } from './lib/use-narrow';
export { VisuallyHidden } from './lib/visually-hidden';

export {
  Button,
  IconButton,
  LinkButton,
  Spinner,
  type ButtonProps,
  type ButtonVariant,
  type IconButtonProps,
} from './button/button';

export { Field, FieldError, FieldRow, useFieldControl, type FieldProps } from './field/field';
export {
  NumberInput,
  SearchInput,
  Select,
  TextArea,
  TextInput,
  type SearchInputProps,
  type SelectOption,
  type SelectProps,
  type TextInputProps,
} from './field/inputs';
export { Checkbox, RadioGroup, type CheckboxProps, type RadioGroupProps, type RadioOption } from './field/choices';
export { FormErrorSummary, type FormErrorSummaryProps } from './field/form-error-summary';
export { Combobox, type ComboboxLabels, type ComboboxOption, type ComboboxProps } from './combobox/combobox';
export { DateField, type DateFieldLabels, type DateFieldProps } from './date-field/date-field';
export { parseTypedDate, showDate } from './date-field/dates';
export { FileDrop, type FileDropProps, type FileItem } from './file-input/file-drop';
export { PhotoInput, type PhotoInputProps, type PhotoItem } from './file-input/photo-input';

export { Badge, DemoMark, Stars, StatusMark, ToneIcon, type StarsProps, type StatusMarkProps } from './marks/status-mark';
export { TabNav, Tabs, type TabItem, type TabNavProps, type TabsProps } from './tabs/tabs';
export { ConfirmDialog, Dialog, DialogClose, Drawer, type ConfirmDialogProps, type DialogProps } from './overlay/dialog';
export { Menu, type MenuItem, type MenuProps } from './overlay/menu';
export { MoreMenu, type MoreMenuProps } from './overlay/more-menu';
export { Tooltip } from './overlay/tooltip';
export { toast, type ToastOptions } from './toast/toast-store';
export { Toaster } from './toast/toaster';

export { Table, type TableColumn, type TableProps, type TableSort } from './table/table';
export { DescriptionList, type DescriptionListProps } from './page/description-list';
export { Stepper, type StepperProps, type StepState } from './feedback/stepper';
export { Progress, type ProgressProps } from './feedback/progress';
export { Skeleton, type SkeletonProps } from './feedback/skeleton';
export { EmptyState, ErrorState, Notice, type EmptyStateProps, type ErrorStateProps, type NoticeProps } from './feedback/states';

export {
  CardGrid,
  Cluster,
  PageHeader,
  Section,
  Split,
  Stack,
  type PageHeaderProps,
  type SectionProps,
} from './page/page-header';
export { FilterChips, LoadMore, Toolbar, type FilterChip, type FilterChipsProps, type LoadMoreProps } from './page/toolbar';
export { Timeline, type TimelineEntry, type TimelineProps } from './page/timeline';
export { AppShell, type AppShellProps, type NavGroup, type NavItem } from './shell/app-shell';
export {
  CommandPalette,
  ShortcutSheet,
  type CommandItem,
  type CommandPaletteProps,
  type ShortcutSheetProps,
} from './command/command-palette';
export {
  DocumentSheet,
  SheetFacts,
  SheetHeading,
  SheetSection,
  SheetTable,
  type DocumentSheetProps,
  type SheetSignature,
  type SheetTableColumn,
} from './document/document-sheet';
export { PrintButton } from './document/print-button';

export { Ladder, type LadderProps, type LadderRung, type RungState } from './ladder/ladder';
export { SeasonStrip, type SeasonStripProps } from './season-strip/season-strip';
export type { SeasonWindow } from './season-strip/season-positions';
export { WeekStrip, type WeekColumn, type WeekStripProps } from './week-strip/week-strip';
export { OrderGrid } from './order-grid/order-grid';
export type {
  GridChangeKind,
  GridColumn,
  GridFix,
  GridMessage,
  GridRowBase,
  OrderGridLabels,
  OrderGridProps,
} from './order-grid/grid-types';
export { ProductCard, type ProductCardProps } from './product-card/product-card';
export { DrawnPlaceholder, type DrawnPlaceholderProps } from './product-card/drawn-placeholder';
export type { Motif } from './product-card/motifs';
export { WorkList, type WorkGroup, type WorkItem, type WorkListProps } from './work-list/work-list';
export { Figure, Figures, type FigureProps } from './figures/figure';
export { FiveNumbers, type FiveNumber, type FiveNumbersProps } from './figures/five-numbers';
export { BarChart, type Bar, type BarChartProps } from './figures/bar-chart';
export { PaceChart, type PaceChartProps, type PacePoint } from './figures/pace-chart';
