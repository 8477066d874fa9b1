export { AdulthoodModule } from './adulthood.module.js'
