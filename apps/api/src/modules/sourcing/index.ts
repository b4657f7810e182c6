export { SourcingModule } from './sourcing.module.js';
