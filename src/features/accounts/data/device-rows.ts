import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

const isKnown = statement(
  'accounts.device-known',
  'SELECT 1 AS found FROM known_device WHERE id_hash = $1 AND worker_id = $2 AND expires_at > $3',
)
const add = statement(
  'accounts.device-add',
  `INSERT INTO known_device (id_hash, worker_id, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
)
const forgetOthers = statement(
  'accounts.device-forget-others',
  'DELETE FROM known_device WHERE worker_id = $1 AND id_hash IS DISTINCT FROM $2',
)
const forget = statement('accounts.device-forget', 'DELETE FROM known_device WHERE expires_at < $1')

/** Devices on which somebody has signed in before; all inside an open transaction. */
@Injectable()
export class DeviceRows {
  constructor(private readonly database: Database) {}

  async isKnown(idHash: Buffer, workerId: string, now: Date): Promise<boolean> {
    return (await this.database.first(isKnown, [idHash, workerId, now])) !== undefined
  }

  async add(idHash: Buffer, workerId: string, now: Date, expiresAt: Date): Promise<void> {
    await this.database.change(add, [idHash, workerId, now, expiresAt])
  }

  async forgetOthers(workerId: string, idHash: Buffer | null): Promise<void> {
    await this.database.change(forgetOthers, [workerId, idHash])
  }

  async forgetOld(now: Date): Promise<void> {
    await this.database.change(forget, [now])
  }
}
