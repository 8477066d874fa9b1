import { IsIn } from 'class-validator'
import { riskLevels, type RiskLevel } from '../domain/risk.js'

/** The risk as it is typed. */
export class RiskForm {
  @IsIn(riskLevels, { message: 'cases.intake.risk.missing' })
  riskLevel: RiskLevel

  @IsIn(['yes', 'no'], { message: 'cases.intake.immediate-danger.missing' })
  immediateDanger: 'yes' | 'no'
}
