export { IntegrationModule } from './integration.module.js';
