export { DistributionService } from './distribution.service.js';
export { DutiesModule } from './duties.module.js';
export { DutyService } from './duty.service.js';
export { DutyWordService } from './duty-word.service.js';
export { TrainingService } from './training.service.js';
