export { FindingModule } from './finding.module.js'
export { ReassignCases } from './use-cases/reassign-cases.js'
