import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@lienket/domain';
import { SHEETS, type SheetName, type SheetPart } from './register-sheet.js';
import { AgreementsSheet } from './sheets/agreements.js';
import { BoothsSheet } from './sheets/booths.js';
import { CreditsSheet } from './sheets/credits.js';
import { DelegatesSheet } from './sheets/delegates.js';
import { LinesSheet } from './sheets/lines.js';
import { PartiesSheet } from './sheets/parties.js';
import { PetitionsSheet } from './sheets/petitions.js';

/** The seven sheets in the order in which they are checked and let in. */
@Injectable()
export class RegisterParts {
  readonly all: readonly SheetPart[];

  constructor(
    parties: PartiesSheet,
    delegates: DelegatesSheet,
    booths: BoothsSheet,
    agreements: AgreementsSheet,
    lines: LinesSheet,
    credits: CreditsSheet,
    petitions: PetitionsSheet,
  ) {
    this.all = [parties, delegates, booths, agreements, lines, credits, petitions];
  }

  of(name: SheetName): SheetPart {
    return this.all[SHEETS.indexOf(name)]!;
  }

  /** The part a sheet of this title is; null when it is none of them: a page of explanations. */
  named(title: string): SheetPart | null {
    const plain = (text: string) => foldVietnamese(text).replace(/[^a-z0-9]+/g, '');
    const typed = plain(title.replace(/^\s*\d+\s*[.)-]\s*/, ''));
    return (
      this.all.find(({ name, label, synonyms }) => [name, label.vi, label.en, ...synonyms].some((one) => plain(one) === typed)) ??
      null
    );
  }
}
