export { CasePapers } from './use-cases/case-papers.js'
export { PapersModule } from './papers.module.js'
