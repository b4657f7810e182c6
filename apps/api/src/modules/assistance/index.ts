export { ACT_DENIED } from './assisted-act.service.js';
export { AssistanceModule } from './assistance.module.js';
export { Mandate as MandateRecord } from './mandate.entity.js';
