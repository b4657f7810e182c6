export { OversightModule } from './oversight.module.js';
export { auditStalls } from './stalls/audit-stalls.js';
