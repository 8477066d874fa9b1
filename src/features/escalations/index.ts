export { EscalationsModule } from './escalations.module.js'
