export { GroupIntakeModule } from './group-intake.module.js'
