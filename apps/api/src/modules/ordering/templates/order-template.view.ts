import type { SheetStanding } from '@lienket/domain';
import type { ContractRef } from '../../agreements/index.js';
import type { SheetCommand, SheetLine } from './sheet.js';

export interface OrderTemplateSummaryView {
  readonly id: string;
  readonly name: string;
  readonly sellers: string;
  readonly sellerCount: number;
  readonly lineCount: number;
  readonly contract: ContractRef | null;
  readonly savedByName: string;
  readonly savedAt: Date;
  readonly isDemo: boolean;
}

export interface SheetLineView extends SheetLine {
  readonly standing: SheetStanding;
  /** What it costs today in the amount it asks for; null where it could not be ordered so. */
  readonly unitPrice: bigint | null;
  readonly amount: bigint | null;
}

export interface OrderTemplateView extends OrderTemplateSummaryView {
  readonly deliveryLocationId: string | null;
  readonly deliveryPlace: string | null;
  readonly note: string | null;
  readonly lines: SheetLineView[];
  readonly total: bigint;
  readonly gone: number;
  readonly version: number;
}

export interface OrderTemplateSaveCommand extends Omit<SheetCommand, 'lines'> {
  readonly clientKey: string;
  readonly id?: string | null;
  readonly version?: number | null;
  readonly name: string;
  /** Null: the sheet stays as it is, only the name changes. */
  readonly lines?: SheetCommand['lines'] | null;
}

export interface OrderTemplateRemoveCommand {
  readonly clientKey: string;
  readonly id: string;
}
