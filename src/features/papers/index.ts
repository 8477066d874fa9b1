export { PapersModule } from './papers.module.js'
export { CasePapers, type NewPaper } from './use-cases/case-papers.js'
