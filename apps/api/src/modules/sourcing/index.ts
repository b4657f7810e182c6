export { type AgreedLine, AwardBook } from './award/award-book.js';
export { SourcingModule } from './sourcing.module.js';
